namespace NewsIndex.Ranking;

/// <summary>Frequencies of stemmed words in an archive, by the language of its articles. Languages have numbers, as in analysis.</summary>
internal interface ITermStatistics
{
    /// <summary>Codes of the languages that articles are in.</summary>
    IReadOnlyList<string> Languages { get; }

    /// <summary>Inverse document frequency among the articles of a language; more than 0.</summary>
    float Idf(string term, int language);

    /// <summary>Words of an article of a language, on average; more than 0.</summary>
    float AverageLength(int language);
}

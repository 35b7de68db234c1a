namespace NewsIndex.Ranking;

/// <summary>Document frequencies of an archive by language. Languages have the numbers that analysis gives them.</summary>
internal interface ITermStatistics
{
    /// <summary>Codes of the languages of the articles.</summary>
    IReadOnlyList<string> Languages { get; }

    /// <summary>Returns the idf among the articles of a language; more than 0.</summary>
    float Idf(string term, int language);
}

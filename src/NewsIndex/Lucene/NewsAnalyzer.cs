using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace NewsIndex.Lucene;

/// <summary>
/// Words as Lucene's English analyzer makes them (no possessives, lower case, no stop words, Porter's stems); fields that end in
/// <c>.exact</c> keep every word, in lower case.
/// </summary>
internal sealed class NewsAnalyzer : Analyzer
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>Keyed by field, so that the headline and the body of one field can be read at the same time.</summary>
    public NewsAnalyzer()
        : base(PER_FIELD_REUSE_STRATEGY)
    {
    }

    public static NewsAnalyzer Instance { get; } = new();

    /// <summary>The words of a text in the form that a field holds them, with their positions from 0.</summary>
    public List<AnalysedWord> Analyse(string field, string text)
    {
        var words = new List<AnalysedWord>();
        using var stream = GetTokenStream(field, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        for (var position = -1; stream.IncrementToken();)
        {
            position += increment.PositionIncrement;
            words.Add(new AnalysedWord(term.ToString()!, position, offset.StartOffset, offset.EndOffset));
        }

        stream.End();
        return words;
    }

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(Version, reader);
        if (fieldName.EndsWith(".exact", StringComparison.Ordinal))
            return new TokenStreamComponents(words, new LowerCaseFilter(Version, words));

        TokenStream stems = new EnglishPossessiveFilter(Version, words);
        stems = new LowerCaseFilter(Version, stems);
        stems = new StopFilter(Version, stems, EnglishAnalyzer.DefaultStopSet);
        return new TokenStreamComponents(words, new PorterStemFilter(stems));
    }
}

/// <param name="Start">Offset into the text, in UTF-16 code units.</param>
internal readonly record struct AnalysedWord(string Term, int Position, int Start, int End);

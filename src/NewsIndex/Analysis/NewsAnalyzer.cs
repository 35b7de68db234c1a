using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace NewsIndex.Analysis;

/// <summary>
/// Analyses text for a field. Fields that end in <c>.exact</c> keep each word as written, in lower case; for others, the part of the
/// field's name after @ is the language of the stemmer. A number after # is the <see cref="WordUse"/>.
/// </summary>
internal sealed class NewsAnalyzer : Analyzer
{
    /// <summary>Keyed by field, so that headline and body of one field can be analysed at the same time.</summary>
    private NewsAnalyzer()
        : base(PER_FIELD_REUSE_STRATEGY)
    {
    }

    public static NewsAnalyzer Instance { get; } = new();

    /// <summary>Name of a field for analysis in one language.</summary>
    public static string FieldIn(string field, string language) => IsExact(field) ? field : $"{field}@{language}";

    /// <summary>The stemmed words of a text in a language; positions start at 0. Stop words are removed.</summary>
    public List<AnalysedWord> Stems(string language, string text) => Analyse("", language, text);

    /// <summary>Analyses a text as a field does in a language; positions start at 0.</summary>
    public List<AnalysedWord> Analyse(string field, string language, string text, WordUse use = WordUse.Plain)
    {
        var words = new List<AnalysedWord>();
        using var stream = GetTokenStream($"{FieldIn(field, language)}#{(int)use}", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        var places = stream.GetAttribute<IPositionLengthAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var casing = stream.HasAttribute<IPayloadAttribute>() ? stream.GetAttribute<IPayloadAttribute>() : null;
        stream.Reset();
        for (var position = -1; stream.IncrementToken();)
        {
            position += increment.PositionIncrement;
            var (start, end) = (offset.StartOffset, offset.EndOffset);
            words.Add(new AnalysedWord(term.ToString()!, position, start, end, places.PositionLength, BytesOf(casing?.Payload)));
        }

        stream.End();
        return words;
    }

    private static byte[]? BytesOf(BytesRef? payload) => payload?.Bytes.AsSpan(payload.Offset, payload.Length).ToArray();

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var at = fieldName.LastIndexOf('#');
        var (field, use) = at < 0 ? (fieldName, WordUse.Index) : (fieldName[..at], (WordUse)(fieldName[at + 1] - '0'));
        if (IsExact(field))
        {
            var written = new WordTokenizer(reader, use, isExact: true, '.');
            return new TokenStreamComponents(written, new SmallLetters(new CapitalsMark(written)));
        }

        LanguageAnalysis.TryGet(field[(field.LastIndexOf('@') + 1)..], out var chain, out var mark);
        var words = new WordTokenizer(reader, use, isExact: false, chain.DecimalSign);
        var prepared = chain.Prepare(words);
        var spelt = use is WordUse.Index or WordUse.Query ? new AccentSpellings(prepared) : prepared;
        return new TokenStreamComponents(words, new LanguageMark(new FoldedStems(chain.Stem(spelt)), mark));
    }

    private static bool IsExact(string field) => field.EndsWith(".exact", StringComparison.Ordinal);
}

/// <param name="Start">Offset into the text, in UTF-16 code units.</param>
/// <param name="Places">Number of positions: more than 1 for the joined spelling of a word that was typed with hyphens.</param>
/// <param name="Casing">In exact fields, see <see cref="LetterCase"/>; null for small letters.</param>
internal readonly record struct AnalysedWord(string Term, int Position, int Start, int End, int Places = 1, byte[]? Casing = null);

using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace NewsIndex.Lucene;

/// <summary>
/// Words in the form that a field holds them. Fields that end in <c>.exact</c> keep every word, in lower case; of the others, the part
/// after the @ of a field's name is the language that its words are stemmed as.
/// </summary>
internal sealed class NewsAnalyzer : AnalyzerWrapper
{
    private static readonly LowerCasedWords Exact = new();

    /// <summary>Keyed by field, so that the headline and the body of one field can be read at the same time.</summary>
    public NewsAnalyzer()
        : base(PER_FIELD_REUSE_STRATEGY)
    {
    }

    public static NewsAnalyzer Instance { get; } = new();

    /// <summary>The name that a field's words of one language are analysed under.</summary>
    public static string FieldIn(string field, string language) => field.EndsWith(".exact", StringComparison.Ordinal) ? field : $"{field}@{language}";

    /// <summary>The words of a text as a field holds those of a language, with their positions from 0.</summary>
    public List<AnalysedWord> Analyse(string field, string language, string text)
    {
        var words = new List<AnalysedWord>();
        using var stream = GetTokenStream(FieldIn(field, language), text);
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

    protected override Analyzer GetWrappedAnalyzer(string fieldName) =>
        LanguageAnalysis.TryGet(LanguageOf(fieldName), out var analyzer, out _) ? analyzer : Exact;

    protected override TokenStreamComponents WrapComponents(string fieldName, TokenStreamComponents components) =>
        LanguageAnalysis.TryGet(LanguageOf(fieldName), out _, out var mark)
            ? new TokenStreamComponents(components.Tokenizer, new LanguageMark(components.TokenStream, mark))
            : components;

    private static string LanguageOf(string fieldName)
    {
        var at = fieldName.LastIndexOf('@');
        return at < 0 ? "" : fieldName[(at + 1)..];
    }

    private sealed class LowerCasedWords : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
            return new TokenStreamComponents(words, new LowerCaseFilter(LuceneVersion.LUCENE_48, new CapitalsMark(words)));
        }
    }
}

/// <param name="Start">Offset into the text, in UTF-16 code units.</param>
internal readonly record struct AnalysedWord(string Term, int Position, int Start, int End);

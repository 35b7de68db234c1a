using Lucene.Net.Index;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>In which languages an index has articles, looked up once for each generation.</summary>
internal sealed class IndexedLanguages
{
    private static readonly PerGeneration<IndexedLanguages> Made = new(reader => new IndexedLanguages(reader));

    private readonly List<string> codes = [];
    private readonly bool hasReplacedTexts;

    private IndexedLanguages(IndexReader reader)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader))
        {
            if (segment.GetTerms(IndexFields.Language) is { } languages)
            {
                var each = languages.GetEnumerator();
                while (each.MoveNext())
                    found.Add(each.Term.Utf8ToString());
            }

            hasReplacedTexts |= segment.GetTerms(IndexFields.RevisionOf) is not null;
        }

        // Languages without an analysis of their own are read alike.
        codes.AddRange(found.Select(code => LanguageAnalysis.TryGet(code, out _, out _) ? code : IndexFields.UnknownLanguage).Distinct());
        if (codes.Count == 0)
            codes.Add(IndexFields.UnknownLanguage);
    }

    /// <summary>The languages that words of a query are read in; at least one.</summary>
    public static IReadOnlyList<string> Of(IndexReader reader) => Made.Of(reader).codes;

    /// <summary>True when the index keeps texts that were replaced, which no query may find.</summary>
    public static bool HasReplacedTexts(IndexReader reader) => Made.Of(reader).hasReplacedTexts;
}

using System.Collections.Concurrent;
using Lucene.Net.Index;
using NewsIndex.Analysis;
using NewsIndex.Evaluation;
using NewsIndex.Lucene.Columns;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>Articles of some languages in a segment. Takes a bit per article for each group of languages that queries have.</summary>
internal static class LanguageSets
{
    private static readonly PerSegment<ConcurrentDictionary<LanguageSet, long[]>> Made = new(_ => new());

    /// <param name="language">One of <see cref="LanguageColumn.Numbers"/>.</param>
    public static long[] Of(AtomicReader segment, int language) => Of(segment, default(LanguageSet).With(language));

    /// <summary>Concurrent first calls may make the set twice.</summary>
    public static long[] Of(AtomicReader segment, LanguageSet languages)
    {
        var sets = Made.Of(segment);
        if (!sets.TryGetValue(languages, out var set))
            sets[languages] = set = Make(segment, languages);
        return set;
    }

    private static long[] Make(AtomicReader segment, LanguageSet languages)
    {
        var set = new long[BitWords.LengthFor(segment.MaxDoc)];
        var column = LanguageColumn.Of(segment);
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            if (languages.Contains(column[doc]))
                BitWords.Set(set, doc);
        }

        return set;
    }
}

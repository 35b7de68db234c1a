using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsIndex.Articles;

namespace Indexer.Boilerplate;

/// <summary>Finds paragraphs that a source repeats in many articles, in memory that does not grow with the archive.</summary>
/// <param name="minHeadlines">Minimum number of different headlines above a paragraph: ten versions of one story are not
/// boilerplate.</param>
/// <param name="minShare">Minimum share of the source's articles with the paragraph, 0 to 1.</param>
/// <remarks>
/// Lossy counting (Manku and Motwani, "Approximate frequency counts over data streams", VLDB 2002): rare paragraphs are dropped at
/// intervals.
/// </remarks>
internal sealed class BoilerplateCounter(int minHeadlines, double minShare)
{
    /// <summary>Number of paragraphs after which rare ones are dropped.</summary>
    private const int PruningInterval = 200_000;

    private readonly Dictionary<(string Source, ulong Paragraph), Entry> entries = [];
    private readonly Dictionary<string, long> articles = new(StringComparer.Ordinal);
    private long paragraphs, prunings;

    /// <summary>Counts the paragraphs of an article, each once.</summary>
    public void Add(Article article)
    {
        var source = article.Source ?? "";
        articles[source] = articles.GetValueOrDefault(source) + 1;
        var headline = HashOf(Paragraphs.Fold(article.Headline));
        var different = Paragraphs.Of(article)
            .Select(paragraph => (Folded: Paragraphs.Fold(paragraph), Paragraph: paragraph))
            .Where(each => each.Folded.Length > 0)
            .DistinctBy(each => each.Folded);
        foreach (var (folded, paragraph) in different)
        {
            Count((source, HashOf(folded)), headline, paragraph);
            if (++paragraphs % PruningInterval == 0)
                Prune();
        }
    }

    /// <summary>Boilerplate found so far, by source, the most frequent first.</summary>
    public IReadOnlyList<SharedParagraph> Shared() =>
    [
        .. entries.Where(entry => entry.Value.Headlines?.Count >= minHeadlines)
            .Select(entry => (entry.Key.Source, entry.Value, Share: (double)entry.Value.Articles / articles[entry.Key.Source]))
            .Where(each => each.Share >= minShare)
            .OrderBy(each => each.Source, StringComparer.Ordinal)
            .ThenByDescending(each => each.Value.Articles)
            .ThenBy(each => each.Value.Text, StringComparer.Ordinal)
            .Select(each => Shared(each.Source, each.Value, each.Share)),
    ];

    private static SharedParagraph Shared(string source, Entry entry, double share) =>
        new(source.Length > 0 ? source : null, entry.Articles, Math.Round(share, 4), entry.Text!);

    private void Count((string, ulong) key, ulong headline, string paragraph)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            entries[key] = new Entry { First = headline, Articles = 1, Missed = prunings };
            return;
        }

        entry.Articles++;
        // Most paragraphs occur once. To save memory, the text is stored from the second occurrence on.
        entry.Text ??= paragraph;
        entry.Headlines ??= [entry.First];
        if (entry.Headlines.Count < minHeadlines)
            entry.Headlines.Add(headline);
    }

    private void Prune()
    {
        prunings++;
        var rare = entries.Where(entry => entry.Value.Articles + entry.Value.Missed <= prunings).Select(entry => entry.Key).ToList();
        rare.ForEach(key => entries.Remove(key));
    }

    private static ulong HashOf(string text) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class Entry
    {
        /// <summary>Hash of the first headline.</summary>
        public ulong First { get; init; }

        public long Articles { get; set; }

        /// <summary>Maximum number of earlier occurrences that were dropped.</summary>
        public long Missed { get; init; }

        public string? Text { get; set; }

        public HashSet<ulong>? Headlines { get; set; }
    }
}

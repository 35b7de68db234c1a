using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsIndex.Articles;

namespace Indexer.Boilerplate;

/// <summary>Finds the paragraphs that a source puts into many of its articles, in memory that does not grow with the archive.</summary>
/// <param name="least">Articles of different headlines that have to share a paragraph: ten versions of one story are no boilerplate.</param>
/// <param name="share">Of the source's articles that have to have it, 0 to 1.</param>
/// <remarks>Lossy counting (Manku and Motwani, "Approximate frequency counts over data streams", 2002): what is rare is forgotten now and then.</remarks>
internal sealed class BoilerplateCounter(int least, double share)
{
    private const int BetweenPrunings = 200_000;

    private readonly Dictionary<(string Source, ulong Paragraph), Entry> entries = [];
    private readonly Dictionary<string, long> articles = new(StringComparer.Ordinal);
    private long paragraphs, prunings;

    public void Add(Article article)
    {
        var source = article.Source ?? "";
        articles[source] = articles.GetValueOrDefault(source) + 1;
        var headline = HashOf(Paragraphs.Fold(article.Headline));
        foreach (var (folded, paragraph) in Paragraphs.Of(article).Select(paragraph => (Folded: Paragraphs.Fold(paragraph), paragraph)).Where(each => each.Folded.Length > 0).DistinctBy(each => each.Folded))
        {
            Count((source, HashOf(folded)), headline, paragraph);
            if (++paragraphs % BetweenPrunings == 0)
                Prune();
        }
    }

    /// <summary>By source, the most frequent first.</summary>
    public IReadOnlyList<SharedParagraph> Shared() =>
    [
        .. entries.Where(entry => entry.Value.Headlines?.Count >= least)
            .Select(entry => (entry.Key.Source, entry.Value, Share: (double)entry.Value.Articles / articles[entry.Key.Source]))
            .Where(each => each.Share >= share)
            .OrderBy(each => each.Source, StringComparer.Ordinal).ThenByDescending(each => each.Value.Articles).ThenBy(each => each.Value.Text, StringComparer.Ordinal)
            .Select(each => new SharedParagraph(each.Source.Length > 0 ? each.Source : null, each.Value.Articles, Math.Round(each.Share, 4), each.Value.Text!)),
    ];

    private void Count((string, ulong) key, ulong headline, string paragraph)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            entries[key] = new Entry { First = headline, Articles = 1, Missed = prunings };
            return;
        }

        entry.Articles++;
        // Most paragraphs are seen once: their text is kept from the second time on.
        entry.Text ??= paragraph;
        entry.Headlines ??= [entry.First];
        if (entry.Headlines.Count < least)
            entry.Headlines.Add(headline);
    }

    private void Prune()
    {
        prunings++;
        foreach (var rare in entries.Where(entry => entry.Value.Articles + entry.Value.Missed <= prunings).Select(entry => entry.Key).ToList())
            entries.Remove(rare);
    }

    private static ulong HashOf(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class Entry
    {
        public ulong First { get; init; }

        public long Articles { get; set; }

        /// <summary>How many times it may have been seen and forgotten before.</summary>
        public long Missed { get; init; }

        public string? Text { get; set; }

        public HashSet<ulong>? Headlines { get; set; }
    }
}

using System.Text;
using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>
/// The words of an index with the number of articles that have each, by prefix. In memory; read once for each segment and scope. Like
/// Lucene's statistics, it counts deleted articles until their segment is merged.
/// </summary>
internal sealed class WordDictionary
{
    /// <summary>A word of a single article is often a typo.</summary>
    private const int MinArticles = 2;

    /// <summary>In bytes; longer words are left out.</summary>
    public const int MaxLength = 40;

    private static readonly PerScope<WordList> OfSegment =
        new(segment => WordList.Read(segment.GetTerms(IndexFields.TextExact), MaxLength));

    private static readonly PerLargeSegments<WordList> OfLarge = new(Merged);

    private static readonly PerGeneration<WordDictionary> Made = new(reader => new WordDictionary(reader));

    private readonly WordList large;
    private readonly WordList small;

    private WordDictionary(IndexReader reader) => (large, small) = (OfLarge.Of(reader), Merged(SegmentsBySize.Of(reader).Small));

    public static WordDictionary Of(IndexReader reader) => Made.Of(reader);

    /// <summary>Returns the words of a segment under its scope.</summary>
    public static WordList WordsOf(AtomicReader segment) => OfSegment.Of(segment);

    /// <summary>The number of articles that have a word; 1 for words that are not here.</summary>
    public int ArticlesWith(string word)
    {
        var wanted = Encoding.UTF8.GetBytes(word);
        return Math.Max(1, large.ArticlesWith(wanted) + small.ArticlesWith(wanted));
    }

    /// <summary>Words with a prefix, most frequent first.</summary>
    /// <param name="prefix">In small letters.</param>
    public List<(string Word, int Articles)> WithPrefix(string prefix, int limit)
    {
        var typed = Encoding.UTF8.GetBytes(prefix);
        var best = new PriorityQueue<(WordList List, int Number), (int Articles, int Order)>();
        var order = 0;
        var words = new MergedWords(large, small, typed);
        while (words.MoveNext() && words.List[words.Number].StartsWith(typed))
        {
            if (words.Articles < MinArticles)
                continue;
            best.Enqueue((words.List, words.Number), (words.Articles, --order));
            if (best.Count > limit)
                best.Dequeue();
        }

        var found = new List<(string, int)>();
        while (best.TryDequeue(out var word, out var rank))
            found.Add((Encoding.UTF8.GetString(word.List[word.Number]), rank.Articles));
        found.Reverse();
        return found;
    }

    private static WordList Merged(IReadOnlyList<AtomicReader> segments) =>
        segments.Select(OfSegment.Of).OrderBy(list => list.Count).Aggregate(WordList.Empty, (sum, list) => sum.Plus(list));
}

using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The words of an index with the number of articles that have each, by prefix. In memory; read when first asked for.</summary>
internal sealed class WordDictionary
{
    /// <summary>A word of a single article is often a typo.</summary>
    private const int MinArticles = 2;

    /// <summary>In bytes.</summary>
    private const int MaxLength = 40;

    private static readonly PerGeneration<WordDictionary> Made = new(reader => new WordDictionary(reader));

    private readonly byte[] letters;
    private readonly int[] starts;
    private readonly int[] articles;

    private WordDictionary(IndexReader reader)
    {
        var (text, places, counts) = (new MemoryStream(), new List<int>(), new List<int>());
        var terms = MultiFields.GetTerms(reader, IndexFields.TextExact)?.GetEnumerator();
        while (terms?.MoveNext() == true)
        {
            var word = terms.Term;
            if (terms.DocFreq < MinArticles || word.Length > MaxLength)
                continue;
            places.Add((int)text.Position);
            counts.Add(terms.DocFreq);
            text.Write(word.Bytes, word.Offset, word.Length);
        }

        places.Add((int)text.Position);
        (letters, starts, articles) = (text.ToArray(), [.. places], [.. counts]);
    }

    public static WordDictionary Of(IndexReader reader) => Made.Of(reader);

    /// <summary>The number of articles that have a word; 1 for words that are not here.</summary>
    public int ArticlesWith(string word)
    {
        var bytes = new BytesRef(word);
        var wanted = bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
        var place = LowerBound(wanted);
        return place < articles.Length && Word(place).SequenceEqual(wanted) ? articles[place] : 1;
    }

    /// <summary>Words with a prefix, most frequent first.</summary>
    /// <param name="prefix">In small letters.</param>
    public List<(string Word, int Articles)> WithPrefix(string prefix, int limit)
    {
        var typed = new BytesRef(prefix);
        var wanted = typed.Bytes.AsSpan(typed.Offset, typed.Length);
        var best = new PriorityQueue<int, (int, int)>();
        for (var i = LowerBound(wanted); i < articles.Length && Word(i).StartsWith(wanted); i++)
        {
            best.Enqueue(i, (articles[i], -i));
            if (best.Count > limit)
                best.Dequeue();
        }

        var found = new List<(string, int)>();
        while (best.TryDequeue(out var i, out _))
            found.Add((System.Text.Encoding.UTF8.GetString(Word(i)), articles[i]));
        found.Reverse();
        return found;
    }

    private int LowerBound(ReadOnlySpan<byte> wanted)
    {
        var (low, high) = (0, articles.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Word(middle).SequenceCompareTo(wanted) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private ReadOnlySpan<byte> Word(int i) => letters.AsSpan(starts[i], starts[i + 1] - starts[i]);
}

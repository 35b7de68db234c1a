using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The words of an index with the number of articles that have each, to be looked up by their beginning. In memory; read when first needed.</summary>
internal sealed class WordDirectory
{
    /// <summary>What one article has alone is as often a slip as a word.</summary>
    private const int FewestArticles = 2;
    private const int Longest = 40;

    private static readonly PerGeneration<WordDirectory> Made = new(reader => new WordDirectory(reader));

    private readonly byte[] letters;
    private readonly int[] starts;
    private readonly int[] articles;

    private WordDirectory(IndexReader reader)
    {
        var (text, places, counts) = (new MemoryStream(), new List<int>(), new List<int>());
        var terms = MultiFields.GetTerms(reader, IndexFields.TextExact)?.GetEnumerator();
        while (terms?.MoveNext() == true)
        {
            var word = terms.Term;
            if (terms.DocFreq < FewestArticles || word.Length > Longest)
                continue;
            places.Add((int)text.Position);
            counts.Add(terms.DocFreq);
            text.Write(word.Bytes, word.Offset, word.Length);
        }

        places.Add((int)text.Position);
        (letters, starts, articles) = (text.ToArray(), [.. places], [.. counts]);
    }

    public static WordDirectory Of(IndexReader reader) => Made.Of(reader);

    /// <summary>How many articles have a word; at most one has those that are not here.</summary>
    public int ArticlesWith(string word)
    {
        var bytes = new BytesRef(word);
        var wanted = bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
        var place = LowerBound(wanted);
        return place < articles.Length && Word(place).SequenceEqual(wanted) ? articles[place] : 1;
    }

    /// <summary>Those that begin so, in small letters, in most articles first.</summary>
    public List<(string Word, int Articles)> BeginningWith(string prefix, int limit)
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

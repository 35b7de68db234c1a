using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The words of <see cref="IndexFields.TextExact"/>.</summary>
internal static class IndexedSpellings
{
    /// <summary>
    /// Words with the same first letter within an edit distance, in no order: people rarely mistype the first letter, and words that share
    /// it are a fraction of the dictionary.
    /// </summary>
    /// <param name="moreThan">Only words of more articles are returned.</param>
    public static IEnumerable<(string Word, int Articles)> Near(
        IndexReader reader, string word, int edits, int moreThan, CancellationToken cancellation) =>
        NearWords.CanFind(word, edits)
            ? NearInLists(reader, word, edits, moreThan, cancellation)
            : NearInTerms(reader, word, edits, moreThan, cancellation);

    private static IEnumerable<(string Word, int Articles)> NearInLists(
        IndexReader reader, string word, int edits, int moreThan, CancellationToken cancellation)
    {
        var dictionary = WordDictionary.Of(reader);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            found.UnionWith(NearWords.Of(leaf.AtomicReader).Of(word, edits).Select(near => near.Word.Utf8ToString()));
        }

        return found.Where(near => Rune.GetRuneAt(near, 0) == Rune.GetRuneAt(word, 0))
            .Select(near => (Word: near, Articles: dictionary.ArticlesWith(near))).Where(near => near.Articles > moreThan);
    }

    private static IEnumerable<(string Word, int Articles)> NearInTerms(
        IndexReader reader, string word, int edits, int moreThan, CancellationToken cancellation)
    {
        if (MultiFields.GetTerms(reader, IndexFields.TextExact) is not { } terms)
            yield break;
        var near = new FuzzyTermsEnum(
            terms, new AttributeSource(), new Term(IndexFields.TextExact, word), edits, prefixLength: 1, transpositions: true);
        while (near.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            if (near.DocFreq > moreThan)
                yield return (near.Term.Utf8ToString(), near.DocFreq);
        }
    }
}

using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The words of <see cref="IndexFields.TextExact"/>.</summary>
internal static class IndexedSpellings
{
    /// <summary>Words with the same first letter within an edit distance, in no order.</summary>
    /// <param name="moreThan">Only words of more articles are returned.</param>
    public static IEnumerable<(string Word, int Articles)> Near(
        IndexReader reader, string word, int edits, int moreThan, CancellationToken cancellation)
    {
        if (MultiFields.GetTerms(reader, IndexFields.TextExact) is not { } terms)
            yield break;
        // People rarely mistype the first letter, and words that share it are a fraction of the dictionary.
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

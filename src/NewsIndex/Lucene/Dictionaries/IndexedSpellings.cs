using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;
using NewsIndex.Suggesting;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The words of <see cref="IndexFields.TextExact"/>.</summary>
internal sealed class IndexedSpellings(IndexReader reader, CancellationToken cancellation) : ISpellings
{
    public int ArticlesWith(string word) => reader.DocFreq(new Term(IndexFields.TextExact, word));

    public IEnumerable<(string Word, int Articles)> Near(string word, int edits, int moreThan)
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

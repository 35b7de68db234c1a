using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Counting;

/// <summary>Counts the words of a result in an evenly spread sample.</summary>
internal sealed class TermCounter(IndexSnapshot snapshot)
{
    /// <summary>Maximum sampled articles: more hardly change the result, and each takes a fraction of a millisecond.</summary>
    private const int MaxArticles = 500;

    public DistinctiveTerms Count(ArticleSet articles, int limit, CancellationToken cancellation)
    {
        var step = Math.Max(1, (int)Math.Ceiling(articles.Count / (double)MaxArticles));
        var sample = new TermSample(snapshot.Reader.NumDocs, WordDictionary.Of(snapshot.Reader).ArticlesWith);
        var seen = 0;
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                if (seen++ % step != 0)
                    continue;
                cancellation.ThrowIfCancellationRequested();
                sample.Add(WordsOf(leaf.AtomicReader, doc));
            }
        }

        return sample.Terms(limit);
    }

    private static HashSet<string> WordsOf(AtomicReader segment, int doc)
    {
        var article = StoredDocument.Read(segment, doc, withHash: false).Article;
        var language = LanguageAnalysis.CodeOf(article.Language);
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in new[] { article.Headline, article.Body })
        {
            // Drops stop words by the analysis of the language; offsets restore the word as written.
            foreach (var word in NewsAnalyzer.Instance.Analyse(IndexFields.Text, language, text))
            {
                var written = SmallLetters.Of(NormalisedText.Of(text[word.Start..word.End]));
                if (written.Length > 1 && written.Any(char.IsLetter))
                    words.Add(written);
            }
        }

        return words;
    }
}

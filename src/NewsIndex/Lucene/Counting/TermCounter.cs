using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Analysis;
using NewsIndex.Entities;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Counting;

/// <summary>Says which words a result has, and which of them tell it from the archive.</summary>
internal sealed class TermCounter(IndexSnapshot snapshot)
{
    /// <summary>Articles that are read: more say hardly anything else, and each takes a fraction of a millisecond.</summary>
    private const int MostArticles = 500;

    /// <summary>Words of fewer articles of the sample say nothing of it.</summary>
    private const int FewestArticles = 2;

    public DistinctiveTerms Count(ArticleSet articles, int limit, CancellationToken cancellation)
    {
        var step = Math.Max(1, (int)Math.Ceiling(articles.Count / (double)MostArticles));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (seen, sample) = (0, 0);
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            var docs = articles.Segment(leaf.Ord).GetIterator();
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                if (seen++ % step != 0)
                    continue;
                cancellation.ThrowIfCancellationRequested();
                sample++;
                foreach (var word in WordsOf(leaf.AtomicReader, doc))
                    counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        var (all, words) = (snapshot.Reader.NumDocs, WordDictionary.Of(snapshot.Reader));
        var terms = counts.Where(pair => pair.Value >= Math.Min(FewestArticles, sample))
            .Select(pair =>
            {
                var archive = Math.Max(words.ArticlesWith(pair.Key), pair.Value);
                var isMore = pair.Value * (double)all > archive * (double)sample;
                return new TermCount(
                    pair.Key, pair.Value, archive, isMore ? LogLikelihood.Ratio(pair.Value, sample, archive, Math.Max(all, archive)) : 0);
            }).ToList();
        return new DistinctiveTerms(
            sample,
            [.. terms.OrderByDescending(term => term.Articles).ThenBy(term => term.Word, StringComparer.Ordinal).Take(limit)],
            [
                .. terms.Where(term => term.Significance > 0).OrderByDescending(term => term.Significance).ThenBy(
                    term => term.Word, StringComparer.Ordinal).Take(limit)]);
    }

    private static HashSet<string> WordsOf(AtomicReader segment, int doc)
    {
        var article = StoredDocument.Read(segment, doc, withHash: false).Article;
        var language = LanguageAnalysis.CodeOf(article.Language);
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in new[] { article.Headline, article.Body })
        {
            // What the language's own analysis keeps is no stop word; its offsets lead back to the word as written.
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

using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Ranking;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Reads the term occurrences that rescoring needs. Posting lists skip from hit to hit, so postings of other articles are not decoded.
/// </summary>
/// <param name="recency">Null when the recency boost is off.</param>
internal sealed class WindowReader(IndexReader reader, WindowRescorer rescorer, RecencyColumn? recency)
{
    /// <summary>Terms by number, each with the only language whose articles can have it.</summary>
    private readonly (string Field, BytesRef Text, int? Language)[] terms =
        [.. rescorer.Terms.Select(term => (FieldOf(term.Field), Text: new BytesRef(term.Term), term.Field))
            .Select(term => (term.Item1, term.Text, term.Field == WindowField.TypedForm
                ? null : LanguageStatistics.LanguageOf(IndexFields.Text, term.Text)))];

    /// <summary>Reads hits in their order.</summary>
    public WindowHit[] Read(IReadOnlyList<RankedHit> hits)
    {
        var read = new WindowHit[hits.Count];
        foreach (var segment in Enumerable.Range(0, hits.Count).GroupBy(i => hits[i].Segment))
            Read(reader.Leaves[segment.Key].AtomicReader, hits, [.. segment.OrderBy(i => hits[i].Doc)], read);
        return read;
    }

    private static string FieldOf(WindowField field) => field switch
    {
        WindowField.Headline => IndexFields.Headline,
        WindowField.TypedForm => IndexFields.TextExact,
        _ => IndexFields.Text,
    };

    /// <param name="places">Places of the segment's hits in the list, sorted by document number.</param>
    private void Read(AtomicReader segment, IReadOnlyList<RankedHit> hits, int[] places, WindowHit[] read)
    {
        var (languages, embeddings) = (LanguageColumn.Of(segment), rescorer.UsesEmbeddings ? EmbeddingColumn.Of(segment) : null);
        recency?.Enter(segment);
        foreach (var place in places)
        {
            var hit = hits[place];
            read[place] = new WindowHit(
                hit.Score, recency?.Of(hit.Doc) ?? 1, languages[hit.Doc], embeddings?[hit.Doc] ?? default, new bool[terms.Length],
                place < WindowRescorer.HitsWithPositions ? NoPositions(terms.Length) : null);
        }

        AddOccurrences(segment, Array.ConvertAll(places, place => hits[place].Doc), Array.ConvertAll(places, place => read[place]));
    }

    private static int[][] NoPositions(int terms)
    {
        var positions = new int[terms][];
        Array.Fill(positions, []);
        return positions;
    }

    /// <param name="docs">Document numbers of the hits, sorted.</param>
    private void AddOccurrences(AtomicReader segment, int[] docs, WindowHit[] read)
    {
        var languages = read.Aggregate(default(LanguageSet), (set, hit) => set.With(hit.Language));
        int[] docsOfFirst = [.. docs.Where((_, i) => read[i].Positions is not null)];
        var first = Array.FindAll(read, hit => hit.Positions is not null);
        foreach (var field in Enumerable.Range(0, terms.Length).GroupBy(term => terms[term].Field))
        {
            if (segment.GetTerms(field.Key)?.GetEnumerator() is not { } dictionary)
                continue;
            foreach (var term in field)
            {
                var (_, text, language) = terms[term];
                if ((language is { } only && !languages.Contains(only)) || !dictionary.SeekExact(text))
                    continue;
                if (rescorer.Terms[term].Field == WindowField.Positions)
                    AddPositions(dictionary.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE), term, docsOfFirst, first);
                else
                    AddPresence(dictionary.Docs(null, null, DocsFlags.NONE), term, docs, read);
            }
        }
    }

    private static void AddPresence(DocsEnum postings, int term, int[] docs, WindowHit[] read)
    {
        var doc = -1;
        for (var i = 0; i < docs.Length && doc != DocIdSetIterator.NO_MORE_DOCS; i++)
        {
            if (doc < docs[i])
                doc = postings.Advance(docs[i]);
            read[i].Has[term] = doc == docs[i];
        }
    }

    private static void AddPositions(DocsAndPositionsEnum postings, int term, int[] docs, WindowHit[] read)
    {
        var doc = -1;
        for (var i = 0; i < docs.Length && doc != DocIdSetIterator.NO_MORE_DOCS; i++)
        {
            if (doc < docs[i])
                doc = postings.Advance(docs[i]);
            if (doc == docs[i])
                read[i].Positions![term] = PositionsOf(postings);
        }
    }

    private static int[] PositionsOf(DocsAndPositionsEnum postings)
    {
        var positions = new int[postings.Freq];
        for (var i = 0; i < positions.Length; i++)
            positions[i] = postings.NextPosition();
        return positions;
    }
}

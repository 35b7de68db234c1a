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
/// Reads the term occurrences that rescoring needs. Posting lists skip from hit to hit, so frequencies and positions of other articles are
/// not decoded.
/// </summary>
/// <param name="recency">Null when the recency boost is off.</param>
internal sealed class WindowReader(IndexReader reader, WindowRescorer rescorer, RecencyColumn? recency)
{
    /// <summary>Terms by number, each with the only language whose articles can have it.</summary>
    private readonly (BytesRef Text, int? Language)[] terms = [.. rescorer.Terms.Select(term => new BytesRef(term.Term))
        .Select(text => (text, LanguageStatistics.LanguageOf(IndexFields.Text, text)))];

    /// <summary>Reads hits in their order.</summary>
    public WindowHit[] Read(IReadOnlyList<RankedHit> hits)
    {
        var read = new WindowHit[hits.Count];
        foreach (var segment in Enumerable.Range(0, hits.Count).GroupBy(i => hits[i].Segment))
            Read(reader.Leaves[segment.Key].AtomicReader, hits, [.. segment.OrderBy(i => hits[i].Doc)], read);
        return read;
    }

    /// <param name="places">Places of the segment's hits in the list, sorted by document number.</param>
    private void Read(AtomicReader segment, IReadOnlyList<RankedHit> hits, int[] places, WindowHit[] read)
    {
        var (languages, embeddings) = (LanguageColumn.Of(segment), rescorer.Meaning is null ? null : EmbeddingColumn.Of(segment));
        var lengths = segment.GetNormValues(IndexFields.Text);
        recency?.Enter(segment);
        foreach (var place in places)
        {
            var hit = hits[place];
            read[place] = new WindowHit(hit.Score, hit.Words, recency?.Of(hit.Doc) ?? 1, languages[hit.Doc], lengths?.Get(hit.Doc),
                embeddings is null ? 0 : Cosine(embeddings, hit.Doc), new int[rescorer.Terms.Count], NoPositions(rescorer.Terms.Count));
        }

        AddOccurrences(segment, Array.ConvertAll(places, place => hits[place]), Array.ConvertAll(places, place => read[place]));
    }

    private float Cosine(EmbeddingColumn embeddings, int doc)
    {
        var meaning = rescorer.Meaning!;
        return embeddings.Cosine(doc, meaning.Direction, meaning.InverseLength, meaning.Passages);
    }

    private static int[][] NoPositions(int terms)
    {
        var positions = new int[terms][];
        Array.Fill(positions, []);
        return positions;
    }

    private void AddOccurrences(AtomicReader segment, RankedHit[] hits, WindowHit[] read)
    {
        if (segment.GetTerms(IndexFields.Text)?.GetEnumerator() is not { } dictionary)
            return;
        var languages = read.Aggregate(default(LanguageSet), (set, hit) => set.With(hit.Language));
        for (var term = 0; term < terms.Length; term++)
        {
            var (text, language) = terms[term];
            if ((language is { } only && !languages.Contains(only)) || !dictionary.SeekExact(text))
                continue;
            var positions = rescorer.Terms[term].HasPositions ? dictionary.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE) : null;
            AddOccurrences(positions ?? dictionary.Docs(null, null, DocsFlags.FREQS), positions, term, hits, read);
        }
    }

    /// <param name="positions">The same postings, where positions are needed.</param>
    private static void AddOccurrences(DocsEnum postings, DocsAndPositionsEnum? positions, int term, RankedHit[] hits, WindowHit[] read)
    {
        var doc = -1;
        for (var i = 0; i < hits.Length && doc != DocIdSetIterator.NO_MORE_DOCS; i++)
        {
            if (doc < hits[i].Doc)
                doc = postings.Advance(hits[i].Doc);
            if (doc != hits[i].Doc)
                continue;
            read[i].Frequencies[term] = postings.Freq;
            if (positions is not null)
                read[i].Positions[term] = PositionsOf(positions);
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

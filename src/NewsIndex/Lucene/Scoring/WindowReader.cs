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
internal sealed class WindowReader(
    IndexReader reader, WindowRescorer rescorer, RecencyColumn? recency, CancellationToken cancellation)
{
    /// <summary>Terms by number, each with the only language whose articles can have it.</summary>
    private readonly (string Field, BytesRef Text, int? Language)[] terms =
        [.. rescorer.Terms.Select(term => (Field: FieldOf(term.Field), Text: new BytesRef(term.Term)))
            .Select(term => (term.Field, term.Text, LanguageStatistics.LanguageOf(term.Field, term.Text)))];

    /// <summary>Reads hits in their order.</summary>
    public WindowHit[] Read(IReadOnlyList<RankedHit> hits)
    {
        var read = new WindowHit[hits.Count];
        var places = new int[hits.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = i;
        Array.Sort(places, (one, other) =>
            hits[one].Segment != hits[other].Segment
                ? hits[one].Segment.CompareTo(hits[other].Segment)
                : hits[one].Doc.CompareTo(hits[other].Doc));
        var languages = new int[hits.Count];
        for (var i = 0; i < languages.Length; i++)
            languages[i] = LanguageColumn.Of(reader.Leaves[hits[i].Segment].AtomicReader)[hits[i].Doc];
        var hasText = WindowRescorer.HasText(languages);
        for (var (first, end) = (0, 0); first < places.Length; first = end)
        {
            while (end < places.Length && hits[places[end]].Segment == hits[places[first]].Segment)
                end++;
            var segment = reader.Leaves[hits[places[first]].Segment].AtomicReader;
            Read(segment, hits, places.AsSpan(first, end - first), languages, hasText, read);
        }

        return read;
    }

    private static string FieldOf(WindowField field) => field switch
    {
        WindowField.Headline => IndexFields.Headline,
        WindowField.TypedForm => IndexFields.TextExact,
        _ => IndexFields.Text,
    };

    /// <param name="places">Places of the segment's hits in the list, sorted by document number.</param>
    /// <param name="languages">Languages of all hits, in the order of the list.</param>
    /// <param name="hasText">See <see cref="WindowRescorer.HasText"/>.</param>
    private void Read(AtomicReader segment, IReadOnlyList<RankedHit> hits, ReadOnlySpan<int> places, int[] languages, bool[] hasText,
        WindowHit[] read)
    {
        var embeddings = rescorer.UsesEmbeddings ? EmbeddingColumn.Of(segment) : null;
        recency?.Enter(segment);
        var (all, first, present) = (new SegmentHits(places.Length), new SegmentHits(WindowRescorer.HitsWithText), default(LanguageSet));
        foreach (var place in places)
        {
            var doc = hits[place].Doc;
            read[place] = new WindowHit(
                hits[place].Score, recency?.Of(doc) ?? 1, languages[place], embeddings?[doc] ?? default, new bool[terms.Length],
                hasText[place] ? NoPositions(terms.Length) : null);
            present = present.With(languages[place]);
            all.Add(doc, read[place]);
            if (hasText[place])
                first.Add(doc, read[place]);
        }

        AddOccurrences(segment, present, all, first);
    }

    private static int[][] NoPositions(int terms)
    {
        var positions = new int[terms][];
        Array.Fill(positions, []);
        return positions;
    }

    /// <param name="present">Languages of the hits.</param>
    /// <param name="first">Hits whose text is read.</param>
    private void AddOccurrences(AtomicReader segment, LanguageSet present, SegmentHits all, SegmentHits first)
    {
        TermsEnum? dictionary = null;
        // Each has buffers of several KB and serves one term after the other.
        DocsEnum? docs = null;
        DocsAndPositionsEnum? positions = null;
        for (var term = 0; term < terms.Length; term++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (field, text, language) = terms[term];
            // Terms of a field follow each other.
            if (term == 0 || terms[term - 1].Field != field)
                (dictionary, docs) = (segment.GetTerms(field)?.GetEnumerator(), null);
            if (dictionary is null || (language is { } only && !present.Contains(only)) || !dictionary.SeekExact(text))
                continue;
            switch (rescorer.Terms[term].Field)
            {
                case WindowField.Positions:
                    positions = dictionary.DocsAndPositions(null, positions, DocsAndPositionsFlags.NONE);
                    AddPositions(positions, term, first);
                    break;
                case WindowField.TypedForm:
                    docs = dictionary.Docs(null, docs, DocsFlags.NONE);
                    AddPresence(docs, term, first);
                    break;
                default:
                    docs = dictionary.Docs(null, docs, DocsFlags.NONE);
                    AddPresence(docs, term, all);
                    break;
            }
        }
    }

    private static void AddPresence(DocsEnum postings, int term, SegmentHits hits)
    {
        for (var i = 0; hits.MoveTo(postings, ref i); i++)
            hits[i].Has[term] = true;
    }

    private static void AddPositions(DocsAndPositionsEnum postings, int term, SegmentHits hits)
    {
        for (var i = 0; hits.MoveTo(postings, ref i); i++)
            hits[i].Positions![term] = PositionsOf(postings);
    }

    private static int[] PositionsOf(DocsAndPositionsEnum postings)
    {
        var positions = new int[postings.Freq];
        for (var i = 0; i < positions.Length; i++)
            positions[i] = postings.NextPosition();
        return positions;
    }

    /// <summary>Hits of a segment, sorted by document number.</summary>
    private sealed class SegmentHits(int capacity)
    {
        private readonly List<(int Doc, WindowHit Hit)> hits = new(capacity);

        public WindowHit this[int i] => hits[i].Hit;

        public void Add(int doc, WindowHit hit) => hits.Add((doc, hit));

        /// <summary>Moves to the next hit, from a place on, that has postings; false when there is none.</summary>
        public bool MoveTo(DocsEnum postings, ref int i)
        {
            var doc = postings.DocID;
            for (; i < hits.Count; i++)
            {
                if (doc < hits[i].Doc)
                    doc = postings.Advance(hits[i].Doc);
                if (doc == hits[i].Doc)
                    return true;
                if (doc == DocIdSetIterator.NO_MORE_DOCS)
                    return false;
            }

            return false;
        }
    }
}

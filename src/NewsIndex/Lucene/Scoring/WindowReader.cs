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
/// Reads the term occurrences that rescoring needs: those in headlines from a column, those in texts from posting lists, which skip from
/// hit to hit, so that postings of other articles are not decoded.
/// </summary>
/// <param name="recency">Null when the recency boost is off.</param>
internal sealed class WindowReader(
    IndexReader reader, WindowRescorer rescorer, RecencyColumn? recency, CancellationToken cancellation)
{
    /// <summary>Terms by number, each with the only language whose articles can have it.</summary>
    private readonly (string Field, BytesRef Text, int? Language)[] terms = TermsOf(rescorer);

    /// <summary>Reads hits in their order.</summary>
    public WindowHit[] Read(IReadOnlyList<RankedHit> hits)
    {
        var read = new WindowHit[hits.Count];
        var languages = new int[hits.Count];
        for (var i = 0; i < languages.Length; i++)
            languages[i] = LanguageColumn.Of(reader.Leaves[hits[i].Segment].AtomicReader)[hits[i].Doc];
        var hasText = WindowRescorer.HasText(languages);
        var has = new bool[hits.Count * terms.Length];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = new WindowHit(hits[i].Score, 1, languages[i], default, new ArraySegment<bool>(has, i * terms.Length, terms.Length),
                hasText[i] ? NoPositions(terms.Length) : null);
        }

        var places = InOrderOfDocuments(hits);
        for (var (first, end) = (0, 0); first < places.Length; first = end)
        {
            var segment = hits[places[first]].Segment;
            while (end < places.Length && hits[places[end]].Segment == segment)
                end++;
            Read(reader.Leaves[segment].AtomicReader, hits, places.AsSpan(first, end - first), read);
        }

        return read;
    }

    private static (string Field, BytesRef Text, int? Language)[] TermsOf(WindowRescorer rescorer)
    {
        var terms = new (string, BytesRef, int?)[rescorer.Terms.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            var (field, text) = (FieldOf(rescorer.Terms[i].Field), new BytesRef(rescorer.Terms[i].Term));
            terms[i] = (field, text, LanguageStatistics.LanguageOf(field, text));
        }

        return terms;
    }

    private static string FieldOf(WindowField field) => field switch
    {
        WindowField.Headline => IndexFields.Headline,
        WindowField.TypedForm => IndexFields.TextExact,
        _ => IndexFields.Text,
    };

    private static int[][] NoPositions(int terms)
    {
        var positions = new int[terms][];
        Array.Fill(positions, []);
        return positions;
    }

    /// <summary>Returns places in the list, sorted by segment and document number.</summary>
    private static int[] InOrderOfDocuments(IReadOnlyList<RankedHit> hits)
    {
        var (documents, places) = (new long[hits.Count], new int[hits.Count]);
        for (var i = 0; i < places.Length; i++)
            (documents[i], places[i]) = (((long)hits[i].Segment << 32) | (uint)hits[i].Doc, i);
        Array.Sort(documents, places);
        return places;
    }

    /// <param name="places">Places of the segment's hits in the list, sorted by document number.</param>
    private void Read(AtomicReader segment, IReadOnlyList<RankedHit> hits, ReadOnlySpan<int> places, WindowHit[] read)
    {
        var embeddings = rescorer.UsesEmbeddings ? EmbeddingColumn.Of(segment) : null;
        recency?.Enter(segment);
        var (first, present) = (new SegmentHits(read, WindowRescorer.HitsWithText), default(LanguageSet));
        foreach (var place in places)
        {
            var doc = hits[place].Doc;
            read[place] = read[place] with { AgeWeight = recency?.Of(doc) ?? 1, Vectors = embeddings?[doc] ?? default };
            present = present.With(read[place].Language);
            if (read[place].Positions is not null)
                first.Add(doc, place);
        }

        AddHeadlines(segment, hits, places, read);
        AddOccurrences(segment, present, first);
    }

    private void AddHeadlines(AtomicReader segment, IReadOnlyList<RankedHit> hits, ReadOnlySpan<int> places, WindowHit[] read)
    {
        var headlines = HeadlineColumn.Of(segment);
        for (var term = 0; term < terms.Length; term++)
        {
            if (rescorer.Terms[term].Field != WindowField.Headline || headlines.Find(terms[term].Text) is not (var number and >= 0))
                continue;
            foreach (var place in places)
            {
                if (headlines.Of(hits[place].Doc).Contains(number))
                    read[place].Has.AsSpan()[term] = true;
            }
        }
    }

    /// <param name="present">Languages of the hits.</param>
    /// <param name="first">Hits whose text is read.</param>
    private void AddOccurrences(AtomicReader segment, LanguageSet present, SegmentHits first)
    {
        TermsEnum? dictionary = null;
        // Each has buffers of several KB and serves one term after the other.
        DocsEnum? docs = null;
        DocsAndPositionsEnum? positions = null;
        var opened = "";
        for (var term = 0; term < terms.Length; term++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (field, text, language) = terms[term];
            if (field == IndexFields.Headline || (language is { } only && !present.Contains(only)))
                continue;
            // Terms of a field follow each other.
            if (opened != field)
                (dictionary, docs, opened) = (segment.GetTerms(field)?.GetEnumerator(), null, field);
            if (dictionary?.SeekExact(text) != true)
                continue;
            if (field == IndexFields.Text)
                first.AddPositions(positions = dictionary.DocsAndPositions(null, positions, DocsAndPositionsFlags.NONE), term);
            else
                first.AddPresence(docs = dictionary.Docs(null, docs, DocsFlags.NONE), term);
        }
    }

    /// <summary>Hits of a segment whose text is read, sorted by document number.</summary>
    private sealed class SegmentHits(WindowHit[] read, int capacity)
    {
        private readonly List<(int Doc, int Place)> hits = new(capacity);

        public void Add(int doc, int place) => hits.Add((doc, place));

        public void AddPresence(DocsEnum postings, int term)
        {
            for (var i = 0; MoveTo(postings, ref i); i++)
                read[hits[i].Place].Has.AsSpan()[term] = true;
        }

        public void AddPositions(DocsAndPositionsEnum postings, int term)
        {
            for (var i = 0; MoveTo(postings, ref i); i++)
                read[hits[i].Place].Positions![term] = PositionsOf(postings);
        }

        private static int[] PositionsOf(DocsAndPositionsEnum postings)
        {
            var positions = new int[postings.Freq];
            for (var i = 0; i < positions.Length; i++)
                positions[i] = postings.NextPosition();
            return positions;
        }

        /// <summary>Moves to the next hit, from a place on, that has postings; false when there is none.</summary>
        private bool MoveTo(DocsEnum postings, ref int i)
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

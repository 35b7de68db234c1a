using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Postings;
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
    private readonly PostingSteps steps = new();

    /// <summary>Columns by number of the segment; null for one without hits.</summary>
    private readonly SegmentOfWindow?[] segments = new SegmentOfWindow?[reader.Leaves.Count];

    /// <summary>Reads hits in their order.</summary>
    public WindowHit[] Read(IReadOnlyList<RankedHit> hits)
    {
        cancellation.ThrowIfCancellationRequested();
        var languages = new int[hits.Count];
        for (var i = 0; i < languages.Length; i++)
            languages[i] = SegmentOf(hits[i]).Languages[hits[i].Doc];
        var hasText = WindowRescorer.HasText(languages);
        var (read, has, entered) = (new WindowHit[hits.Count], new bool[hits.Count * terms.Length], -1);
        for (var i = 0; i < read.Length; i++)
        {
            var (hit, segment) = (hits[i], SegmentOf(hits[i]));
            if (recency is not null && hit.Segment != entered)
                recency.Enter(reader.Leaves[entered = hit.Segment].AtomicReader);
            var own = new ArraySegment<bool>(has, i * terms.Length, terms.Length);
            segment.AddHeadline(hit.Doc, own);
            read[i] = new WindowHit(hit.Score, recency?.Of(hit.Doc) ?? 1, languages[i], segment.Embeddings?[hit.Doc] ?? default, own,
                hasText[i] ? NoPositions(terms.Length) : null);
        }

        AddTexts(hits, hasText, read);
        return read;
    }

    private SegmentOfWindow SegmentOf(in RankedHit hit) =>
        segments[hit.Segment] ??= new SegmentOfWindow(reader.Leaves[hit.Segment].AtomicReader, rescorer, terms);

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

    /// <summary>Reads the hits whose text is read, segment by segment in the order of the documents, as postings are.</summary>
    private void AddTexts(IReadOnlyList<RankedHit> hits, bool[] hasText, WindowHit[] read)
    {
        var places = InOrderOfDocuments(hits, hasText);
        for (var (first, end) = (0, 0); first < places.Length; first = end)
        {
            var (segment, present) = (hits[places[first]].Segment, default(LanguageSet));
            for (; end < places.Length && hits[places[end]].Segment == segment; end++)
                present = present.With(read[places[end]].Language);
            AddOccurrences(reader.Leaves[segment].AtomicReader, present, hits, places.AsSpan(first, end - first), read);
        }
    }

    /// <summary>Returns the places of hits whose text is read, sorted by segment and document number.</summary>
    private static int[] InOrderOfDocuments(IReadOnlyList<RankedHit> hits, bool[] hasText)
    {
        var count = hasText.AsSpan().Count(true);
        var (documents, places) = (new long[count], new int[count]);
        for (var (i, next) = (0, 0); next < count; i++)
        {
            if (hasText[i])
                (documents[next], places[next++]) = (((long)hits[i].Segment << 32) | (uint)hits[i].Doc, i);
        }

        Array.Sort(documents, places);
        return places;
    }

    /// <param name="present">Languages of the hits.</param>
    /// <param name="places">Places of the segment's hits whose text is read, sorted by document number.</param>
    private void AddOccurrences(
        AtomicReader segment, LanguageSet present, IReadOnlyList<RankedHit> hits, ReadOnlySpan<int> places, WindowHit[] read)
    {
        // Hits are visible, so that the postings need not be filtered by a scope.
        var whole = SegmentView.Of(segment).Whole;
        for (var term = 0; term < terms.Length; term++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (field, text, language) = terms[term];
            if (field == IndexFields.Headline || (language is { } only && !present.Contains(only))
                || PostingList.Find(whole, new Term(field, text)) is not { } list)
                continue;
            steps.Open(list);
            foreach (var place in places)
            {
                if (!steps.MoveTo(hits[place].Doc))
                    continue;
                if (field == IndexFields.Text)
                    read[place].Positions![term] = steps.Positions();
                else
                    read[place].Has.AsSpan()[term] = true;
            }
        }
    }

    /// <summary>The columns of a segment, and the terms of headlines that it has.</summary>
    private sealed class SegmentOfWindow
    {
        private readonly HeadlineColumn headlines;
        private readonly List<(int Term, int Number)> headlineTerms = [];

        public SegmentOfWindow(AtomicReader segment, WindowRescorer rescorer, (string Field, BytesRef Text, int? Language)[] terms)
        {
            Languages = LanguageColumn.Of(segment);
            Embeddings = rescorer.UsesEmbeddings ? EmbeddingColumn.Of(segment) : null;
            headlines = HeadlineColumn.Of(segment);
            for (var term = 0; term < terms.Length; term++)
            {
                if (terms[term].Field == IndexFields.Headline && headlines.Find(terms[term].Text) is var number and >= 0)
                    headlineTerms.Add((term, number));
            }
        }

        public LanguageColumn Languages { get; }

        /// <summary>Null when rescoring needs none.</summary>
        public EmbeddingColumn? Embeddings { get; }

        /// <summary>Marks the terms that the headline of an article has.</summary>
        public void AddHeadline(int doc, Span<bool> has)
        {
            var headline = headlines.Of(doc);
            foreach (var (term, number) in headlineTerms)
                has[term] |= headline.Contains(number);
        }
    }
}

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

    /// <summary>Reads hits in their order.</summary>
    public WindowHit[] Read(IReadOnlyList<RankedHit> hits)
    {
        var read = new WindowHit[hits.Count];
        var languages = LanguagesOf(hits);
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

    /// <summary>Neighbours in the list are often of one segment.</summary>
    private int[] LanguagesOf(IReadOnlyList<RankedHit> hits)
    {
        var languages = new int[hits.Count];
        var (segment, column) = (-1, default(LanguageColumn));
        for (var i = 0; i < languages.Length; i++)
        {
            var hit = hits[i];
            if (hit.Segment != segment || column is null)
                (segment, column) = (hit.Segment, LanguageColumn.Of(reader.Leaves[hit.Segment].AtomicReader));
            languages[i] = column[hit.Doc];
        }

        return languages;
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
        var (first, present) = (new List<(int Doc, int Place)>(WindowRescorer.HitsWithText), default(LanguageSet));
        foreach (var place in places)
        {
            var doc = hits[place].Doc;
            read[place] = read[place] with { AgeWeight = recency?.Of(doc) ?? 1, Vectors = embeddings?[doc] ?? default };
            present = present.With(read[place].Language);
            if (read[place].Positions is not null)
                first.Add((doc, place));
        }

        AddHeadlines(segment, hits, places, read);
        AddOccurrences(segment, present, first, read);
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
    private void AddOccurrences(AtomicReader segment, LanguageSet present, List<(int Doc, int Place)> first, WindowHit[] read)
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
            foreach (var (doc, place) in first)
            {
                if (!steps.MoveTo(doc))
                    continue;
                if (field == IndexFields.Text)
                    read[place].Positions![term] = steps.Positions();
                else
                    read[place].Has.AsSpan()[term] = true;
            }
        }
    }
}

using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Ranking;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Scoring;

/// <summary>Reads from columns what rescoring needs of all hits of a window: embeddings, and which words the headlines have.</summary>
/// <param name="recency">Null when the recency boost is off.</param>
internal sealed class WindowReader(
    IndexReader reader, WindowRescorer rescorer, RecencyColumn? recency, CancellationToken cancellation)
{
    private readonly WindowTerm[] headlineTerms = [.. rescorer.Terms.Where(term => term.Field == WindowField.Headline)];

    /// <summary>Columns by number of the segment; null for one without hits.</summary>
    private readonly SegmentOfWindow?[] segments = new SegmentOfWindow?[reader.Leaves.Count];

    /// <summary>Keeps the reads of <see cref="HeadlineColumn.Approach"/> from being left out as useless.</summary>
    private int approached;

    /// <summary>Reads hits in their order.</summary>
    public WindowHit[] Read(RankedHit[] hits)
    {
        cancellation.ThrowIfCancellationRequested();
        var (read, entered) = (new WindowHit[hits.Length], -1);
        foreach (ref readonly var hit in hits.AsSpan())
            approached += SegmentOf(hit).Approach(hit.Doc);
        foreach (ref readonly var hit in hits.AsSpan())
            approached += SegmentOf(hit).ApproachRows(hit.Doc);
        for (var i = 0; i < read.Length; i++)
        {
            ref readonly var hit = ref hits[i];
            if (recency is not null && hit.Segment != entered)
                recency.Enter(reader.Leaves[entered = hit.Segment].AtomicReader);
            read[i] = SegmentOf(hit).Read(hit, recency?.Of(hit.Doc) ?? 1);
        }

        return read;
    }

    private SegmentOfWindow SegmentOf(in RankedHit hit) => segments[hit.Segment] ??=
        new SegmentOfWindow(reader.Leaves[hit.Segment].AtomicReader, rescorer.UsesEmbeddings, headlineTerms);

    /// <summary>The columns of a segment, and the terms of headlines that it has.</summary>
    private sealed class SegmentOfWindow
    {
        /// <summary>Terms that are each sought in a headline; of more, the terms of the headline are looked up.</summary>
        private const int FewTerms = 4;

        private readonly LanguageColumn languages;
        private readonly HeadlineColumn headlines;

        /// <summary>Null when rescoring needs none.</summary>
        private readonly EmbeddingColumn? embeddings;

        /// <summary>Terms with their numbers in the column.</summary>
        private readonly List<WindowTerm> terms = [];
        private readonly List<int> numbers = [];

        /// <summary>The signature of the numbers.</summary>
        private readonly ulong signature;

        public SegmentOfWindow(AtomicReader segment, bool usesEmbeddings, WindowTerm[] headlineTerms)
        {
            languages = LanguageColumn.Of(segment);
            embeddings = usesEmbeddings ? EmbeddingColumn.Of(segment) : null;
            headlines = HeadlineColumn.Of(segment);
            foreach (var term in headlineTerms)
            {
                if (headlines.Find(new BytesRef(term.Term)) is not (var number and >= 0))
                    continue;
                terms.Add(term);
                numbers.Add(number);
                signature |= HeadlineColumn.SignatureOf(number);
            }
        }

        /// <inheritdoc cref="HeadlineColumn.Approach"/>
        public int Approach(int doc) => languages[doc] + headlines.Approach(doc) + (embeddings?.Approach(doc) ?? 0);

        /// <summary>Reads from what the columns say where it is.</summary>
        public int ApproachRows(int doc) => headlines.ApproachTerms(doc, signature) + (embeddings?.ApproachRows(doc) ?? 0);

        public WindowHit Read(in RankedHit hit, float ageWeight)
        {
            var language = languages[hit.Doc];
            return new WindowHit(hit.Score, ageWeight, language, embeddings?[hit.Doc] ?? default, WordsInHeadline(hit.Doc, language));
        }

        private uint WordsInHeadline(int doc, int language)
        {
            if (!headlines.MayHave(doc, signature))
                return 0;
            var inHeadline = headlines.Of(doc);
            return numbers.Count <= FewTerms ? WordsByTerm(inHeadline, language) : WordsByNumber(inHeadline, language);
        }

        private uint WordsByTerm(ReadOnlySpan<int> inHeadline, int language)
        {
            var words = 0u;
            for (var i = 0; i < numbers.Count; i++)
                words |= inHeadline.Contains(numbers[i]) ? terms[i].WordsOf(language) : 0;
            return words;
        }

        private uint WordsByNumber(ReadOnlySpan<int> inHeadline, int language)
        {
            var words = 0u;
            foreach (var number in inHeadline)
            {
                if ((HeadlineColumn.SignatureOf(number) & signature) != 0 && numbers.IndexOf(number) is var term and >= 0)
                    words |= terms[term].WordsOf(language);
            }

            return words;
        }
    }
}

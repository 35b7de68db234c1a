using Lucene.Net.Index;
using NewsIndex.Inversion;
using NewsIndex.Lucene.Segments;

namespace NewsIndex.Lucene.Codec;

/// <summary>Writes the postings of a collected segment.</summary>
/// <param name="infos">The fields of the segment that is written, which number them in their own way.</param>
internal sealed class CollectedPostings(CollectedSegment segment, FieldInfos infos, PostingsOutputs files)
{
    private readonly SegmentCollector collector = segment.Collector;

    public void Write()
    {
        foreach (var field in collector.Fields.Where(field => field.Tokens.Count > 0).OrderBy(field => field.Name, StringComparer.Ordinal))
            Write(field, infos.FieldInfo(field.Name));
    }

    private void Write(CollectedField field, FieldInfo info)
    {
        var parts = FieldPartsOf.Field(info);
        var (postings, dictionary) = (new PostingsWriter(files, parts, segment.MaxDoc), new TermDictionaryWriter(files.Terms, parts));
        var (sumFreqs, sumDocs) = (0L, 0L);
        var sorted = collector.Sorted;
        field.Tokens.SortInto(sorted, collector.Terms.Count);
        foreach (var term in segment.TermsInOrder)
        {
            var places = sorted.Of(term);
            if (places.Length == 0)
                continue;
            postings.Start();
            AddTo(postings, places, parts);
            var entry = postings.Finish();
            dictionary.Add(collector.Terms[term], entry);
            (sumFreqs, sumDocs) = (sumFreqs + entry.TotalTermFreq, sumDocs + entry.DocFreq);
        }

        var summary = new FieldSummary(
            info.Number, parts, dictionary.Count, parts.Has(FieldParts.Freqs) ? sumFreqs : -1, sumDocs, field.Tokens.Documents);
        summary.WriteTo(files.TermIndex);
        dictionary.FinishTo(files.TermIndex);
    }

    private void AddTo(PostingsWriter postings, ReadOnlySpan<SortedTokens.Posting> places, FieldParts parts)
    {
        var hasPositions = parts.Has(FieldParts.Positions);
        for (var start = 0; start < places.Length;)
        {
            var end = start + 1;
            while (end < places.Length && places[end].Doc == places[start].Doc)
                end++;
            postings.StartDoc(places[start].Doc, end - start);
            if (hasPositions)
                AddPositions(postings, places[start..end]);
            start = end;
        }
    }

    private void AddPositions(PostingsWriter postings, ReadOnlySpan<SortedTokens.Posting> places)
    {
        foreach (ref readonly var place in places)
            postings.AddPosition(place.Position, place.Payload == 0 ? [] : collector.Payloads[place.Payload - 1]);
    }
}

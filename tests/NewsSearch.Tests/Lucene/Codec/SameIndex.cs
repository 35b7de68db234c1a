using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsSearch.Tests.Lucene.Codec;

/// <summary>Compares all that two indexes have in their postings.</summary>
internal static class SameIndex
{
    public static void Check(DirectoryReader expected, DirectoryReader actual, int seed)
    {
        var random = new Random(seed);
        Assert.Equal(expected.Leaves.Count, actual.Leaves.Count);
        foreach (var (one, other) in expected.Leaves.Zip(actual.Leaves, (a, b) => (a.AtomicReader, b.AtomicReader)))
        {
            Assert.Equal(one.MaxDoc, other.MaxDoc);
            Assert.Equal(one.NumDocs, other.NumDocs);
            Assert.Equal(one.Fields.ToList(), other.Fields.ToList());
            foreach (var field in one.Fields)
                Check(one.GetTerms(field), other.GetTerms(field), one, random);
        }
    }

    private static void Check(Terms expected, Terms actual, AtomicReader segment, Random random)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.SumDocFreq, actual.SumDocFreq);
        Assert.Equal(expected.SumTotalTermFreq, actual.SumTotalTermFreq);
        Assert.Equal(expected.DocCount, actual.DocCount);
        Assert.Equal(
            (expected.HasFreqs, expected.HasPositions, expected.HasOffsets, expected.HasPayloads),
            (actual.HasFreqs, actual.HasPositions, actual.HasOffsets, actual.HasPayloads));
        var terms = new List<BytesRef>();
        var (one, other) = (expected.GetEnumerator(), actual.GetEnumerator());
        DocsEnum? docs = null;
        DocsAndPositionsEnum? places = null;
        while (one.MoveNext())
        {
            Assert.True(other.MoveNext());
            CheckTerm(one, other);
            Assert.Equal(terms.Count, other.Ord);
            terms.Add(BytesRef.DeepCopyOf(one.Term));
            foreach (var live in (IBits?[])[null, segment.LiveDocs])
            {
                CheckDocs(one.Docs(live, null), docs = other.Docs(live, docs));
                CheckAdvance(() => one.Docs(live, null), () => docs = other.Docs(live, docs), segment.MaxDoc, random);
                if (!expected.HasPositions)
                    continue;
                CheckPlaces(one.DocsAndPositions(live, null), places = other.DocsAndPositions(live, places));
                CheckAdvance(
                    () => one.DocsAndPositions(live, null), () => places = other.DocsAndPositions(live, places), segment.MaxDoc, random);
            }
        }

        Assert.False(other.MoveNext());
        Assert.False(other.MoveNext());
        CheckSeeks(expected, actual, terms, random);
    }

    private static void CheckTerm(TermsEnum one, TermsEnum other)
    {
        Assert.Equal(one.Term, other.Term);
        Assert.Equal(one.DocFreq, other.DocFreq);
        Assert.Equal(one.TotalTermFreq, other.TotalTermFreq);
    }

    private static void CheckDocs(DocsEnum one, DocsEnum other)
    {
        Assert.Equal(-1, other.DocID);
        for (var doc = one.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = one.NextDoc())
        {
            Assert.Equal(doc, other.NextDoc());
            Assert.Equal(one.Freq, other.Freq);
        }

        Assert.Equal(DocIdSetIterator.NO_MORE_DOCS, other.NextDoc());
        Assert.Equal(DocIdSetIterator.NO_MORE_DOCS, other.DocID);
    }

    private static void CheckPlaces(DocsAndPositionsEnum one, DocsAndPositionsEnum other)
    {
        for (var doc = one.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = one.NextDoc())
        {
            Assert.Equal(doc, other.NextDoc());
            CheckPlacesOfOne(one, other, one.Freq);
        }

        Assert.Equal(DocIdSetIterator.NO_MORE_DOCS, other.NextDoc());
    }

    private static void CheckPlacesOfOne(DocsAndPositionsEnum one, DocsAndPositionsEnum other, int count)
    {
        Assert.Equal(one.Freq, other.Freq);
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(one.NextPosition(), other.NextPosition());
            Assert.Equal((one.StartOffset, one.EndOffset), (other.StartOffset, other.EndOffset));
            Assert.Equal(one.GetPayload(), other.GetPayload());
        }
    }

    /// <summary>Steps and jumps by turns; reads some of the positions of some documents.</summary>
    private static void CheckAdvance<T>(Func<T> openOne, Func<T> openOther, int docs, Random random)
        where T : DocsEnum
    {
        var (one, other) = (openOne(), openOther());
        var reach = random.Next(1, docs + 2);
        for (var doc = -1; doc != DocIdSetIterator.NO_MORE_DOCS;)
        {
            var (isStep, target) = (random.Next(3) == 0, doc + 1 + random.Next(reach));
            doc = isStep ? one.NextDoc() : one.Advance(target);
            Assert.Equal(doc, isStep ? other.NextDoc() : other.Advance(target));
            if (doc == DocIdSetIterator.NO_MORE_DOCS)
                break;
            Assert.Equal(one.Freq, other.Freq);
            if (one is DocsAndPositionsEnum places && other is DocsAndPositionsEnum otherPlaces && random.Next(2) == 0)
                CheckPlacesOfOne(places, otherPlaces, random.Next(one.Freq + 1));
        }
    }

    private static void CheckSeeks(Terms expected, Terms actual, List<BytesRef> terms, Random random)
    {
        var (one, other) = (expected.GetEnumerator(), actual.GetEnumerator());
        for (var i = 0; i < 50; i++)
        {
            var number = random.Next(terms.Count);
            var wanted = BytesRef.DeepCopyOf(terms[number]);
            if (random.Next(2) == 0 && wanted.Length > 0)
                wanted.Bytes[wanted.Offset + random.Next(wanted.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0)
                wanted.Length = random.Next(wanted.Length + 1);
            Assert.Equal(one.SeekExact(wanted), other.SeekExact(wanted));
            var found = one.SeekCeil(wanted);
            Assert.Equal(found, other.SeekCeil(wanted));
            if (found != TermsEnum.SeekStatus.END)
                CheckTerm(one, other);

            // By number and by state, and on from there.
            other.SeekExact(number);
            Assert.Equal(terms[number], other.Term);
            one.SeekCeil(terms[number]);
            CheckTerm(one, other);
            var state = other.GetTermState();
            other.SeekExact(terms[random.Next(terms.Count)]);
            other.SeekExact(terms[number], state);
            CheckTerm(one, other);
            CheckDocs(one.Docs(null, null), other.Docs(null, null));
            Assert.Equal(one.MoveNext(), other.MoveNext());
            if (number + 1 < terms.Count)
                CheckTerm(one, other);
        }
    }
}

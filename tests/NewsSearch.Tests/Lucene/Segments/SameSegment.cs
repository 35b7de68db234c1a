using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsSearch.Tests.Lucene.Codec;

namespace NewsSearch.Tests.Lucene.Segments;

/// <summary>Compares all that two indexes of one segment have: postings, lengths, doc values and stored fields.</summary>
internal static class SameSegment
{
    public static void Check(DirectoryReader expected, DirectoryReader actual, int seed)
    {
        SameIndex.Check(expected, actual, seed);
        var (one, other) = (Assert.Single(expected.Leaves).AtomicReader, Assert.Single(actual.Leaves).AtomicReader);
        Assert.Equal(Described(one), Described(other));
        foreach (var field in one.FieldInfos)
            CheckValues(one, other, field);
        for (var doc = 0; doc < one.MaxDoc; doc++)
            Assert.Equal(Stored(one, doc), Stored(other, doc));
    }

    private static List<string> Described(AtomicReader segment) =>
    [
        .. segment.FieldInfos
            .Select(field => $"{field.Name} {field.IsIndexed} {(field.IsIndexed ? field.IndexOptions : null)} {field.HasPayloads} "
                + $"{field.OmitsNorms} {field.NormType} {field.DocValuesType}")
            .Order(StringComparer.Ordinal),
    ];

    private static void CheckValues(AtomicReader one, AtomicReader other, FieldInfo field)
    {
        var (norms, otherNorms) = (one.GetNormValues(field.Name), other.GetNormValues(field.Name));
        Assert.Equal(norms is null, otherNorms is null);
        for (var doc = 0; doc < one.MaxDoc; doc++)
        {
            Assert.Equal(norms?.Get(doc), otherNorms?.Get(doc));
            Assert.Equal(Values(one, field, doc), Values(other, field, doc));
            if (field.HasDocValues)
                Assert.Equal(one.GetDocsWithField(field.Name).Get(doc), other.GetDocsWithField(field.Name).Get(doc));
        }
    }

    private static string Values(AtomicReader segment, FieldInfo field, int doc)
    {
        var value = new BytesRef();
        switch (field.DocValuesType)
        {
            case DocValuesType.NUMERIC:
                return $"{segment.GetNumericDocValues(field.Name).Get(doc)}";
            case DocValuesType.BINARY:
                segment.GetBinaryDocValues(field.Name).Get(doc, value);
                return $"{value}";
            case DocValuesType.SORTED:
                var sorted = segment.GetSortedDocValues(field.Name);
                sorted.Get(doc, value);
                return $"{sorted.ValueCount} {sorted.GetOrd(doc)} {value}";
            case DocValuesType.SORTED_SET:
                var set = segment.GetSortedSetDocValues(field.Name);
                var found = $"{set.ValueCount}";
                set.SetDocument(doc);
                for (var ord = set.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = set.NextOrd())
                {
                    set.LookupOrd(ord, value);
                    found += $" {ord} {value}";
                }

                return found;
            default:
                return "";
        }
    }

    private static List<string> Stored(AtomicReader segment, int doc) =>
    [
        .. segment.Document(doc).Fields.Select(field =>
            $"{field.Name} {field.NumericType} {field.GetStringValue(CultureInfo.InvariantCulture)} {field.GetBinaryValue()}"),
    ];
}

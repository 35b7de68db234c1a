using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>Counts the contents of an index: adds up its segments.</summary>
internal static class IndexSurvey
{
    public static IndexInfo Take(DirectoryReader reader, Generation generation, long bytes)
    {
        var segments = reader.Leaves.Select(leaf => SegmentSurvey.Of(leaf.AtomicReader)).ToList();
        var (articles, undated) = (segments.Sum(segment => segment.Articles), segments.Sum(segment => segment.Undated));
        return new IndexInfo(
            articles,
            segments.Sum(segment => segment.HeadlinesOnly),
            undated == articles ? null : DateOnly.FromDayNumber((int)segments.Min(segment => segment.FirstDay)),
            undated == articles ? null : DateOnly.FromDayNumber((int)segments.Max(segment => segment.LastDay)),
            undated,
            DistinctTexts(reader, articles),
            MostFirst(segments.Select(segment => segment.Sources)),
            MostFirst(segments.Select(segment => segment.Languages)),
            Enum.GetValues<EntityType>().ToDictionary(type => type, type => CountEntities(reader, segments, type)),
            bytes,
            IndexFormat.Version,
            generation,
            CommitData.RecogniserOf(reader.IndexCommit.UserData),
            CommitData.IndexIdOf(reader.IndexCommit.UserData),
            CommitData.PassagesOf(reader.IndexCommit.UserData));
    }

    /// <summary>Sums the file sizes of a commit; a file that a newer commit has just deleted counts as 0.</summary>
    public static long SizeOnDisk(DirectoryReader reader) => reader.IndexCommit.FileNames.Sum(name =>
    {
        try
        {
            return reader.Directory.FileLength(name);
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    });

    private static long DistinctTexts(DirectoryReader reader, long articles)
    {
        var copies = CopyColumn.Of(reader);
        return articles - reader.Leaves.Sum(leaf => (long)copies.Copied(leaf).Cardinality) + copies.Groups;
    }

    private static long CountEntities(DirectoryReader reader, List<SegmentSurvey> segments, EntityType type)
    {
        var numbers = EntityColumn.NumbersIn(reader, type);
        var mentioned = new FixedBitSet(Math.Max(1, numbers.Count));
        for (var i = 0; i < segments.Count; i++)
        {
            var numberOf = numbers.Segment(i);
            var ordinals = segments[i].Mentioned[type].GetIterator();
            for (var ordinal = ordinals.NextDoc(); ordinal != DocIdSetIterator.NO_MORE_DOCS; ordinal = ordinals.NextDoc())
                mentioned.Set(numberOf[ordinal]);
        }

        return mentioned.Cardinality;
    }

    private static List<NamedCount> MostFirst(IEnumerable<IReadOnlyDictionary<string, long>> segments) =>
    [
        .. segments.SelectMany(counts => counts).GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            .Select(group => new NamedCount(group.Key, group.Sum()))
            .OrderByDescending(count => count.Articles).ThenBy(count => count.Name, StringComparer.Ordinal),
    ];
}

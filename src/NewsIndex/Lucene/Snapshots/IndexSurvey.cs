using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>Counts the contents of an index article by article, because Lucene's statistics include old revisions.</summary>
internal static class IndexSurvey
{
    public static IndexInfo Take(DirectoryReader reader, Generation generation, long bytes)
    {
        long articles = 0, headlines = 0, undated = 0;
        long first = long.MaxValue, last = long.MinValue;
        var groups = new HashSet<long>();
        var sources = new Dictionary<string, long>(StringComparer.Ordinal);
        var languages = new Dictionary<string, long>(StringComparer.Ordinal);
        var entities = Enum.GetValues<EntityType>().ToDictionary(type => type, _ => new HashSet<string>(StringComparer.Ordinal));
        foreach (var leaf in reader.Leaves.Select(context => context.AtomicReader))
        {
            var current = new CurrentArticles(leaf);
            var headlineOnly = leaf.GetNumericDocValues(IndexFields.HeadlineOnly);
            var firstDay = leaf.GetNumericDocValues(IndexFields.FirstDay);
            var lastDay = leaf.GetNumericDocValues(IndexFields.LastDay);
            var dated = leaf.GetDocsWithField(IndexFields.FirstDay);
            for (var doc = 0; doc < leaf.MaxDoc; doc++)
            {
                if (!current.Get(doc))
                    continue;
                articles++;
                headlines += headlineOnly.Get(doc);
                if (dated?.Get(doc) != true)
                {
                    undated++;
                    continue;
                }

                first = Math.Min(first, firstDay!.Get(doc));
                last = Math.Max(last, lastDay!.Get(doc));
            }

            CountLabels(ValueColumn.Of(leaf, IndexFields.SourceName), current, sources);
            CountLabels(ValueColumn.Of(leaf, IndexFields.LanguageTag), current, languages);
            foreach (var (type, names) in entities)
                CollectNames(leaf.GetSortedSetDocValues(EntityFields.Of(type)), current, names);
            CollectGroups(SegmentColumns.Of(leaf).CopyGroups(leaf), current, groups);
        }

        return new IndexInfo(
            articles,
            headlines,
            undated == articles ? null : DateOnly.FromDayNumber((int)first),
            undated == articles ? null : DateOnly.FromDayNumber((int)last),
            undated,
            groups.Count,
            MostFirst(sources),
            MostFirst(languages),
            entities.ToDictionary(pair => pair.Key, pair => (long)pair.Value.Count),
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

    private static void CountLabels(ValueColumn labels, CurrentArticles current, Dictionary<string, long> counts)
    {
        for (var doc = 0; doc < current.Length; doc++)
        {
            if (!current.Get(doc))
                continue;
            var name = labels.Of(doc) is [var only, ..] ? labels.Values[only] : "";
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }
    }

    private static void CollectGroups(long[] copyGroups, CurrentArticles current, HashSet<long> groups)
    {
        for (var doc = 0; doc < current.Length; doc++)
        {
            if (current.Get(doc))
                groups.Add(copyGroups[doc]);
        }
    }

    private static void CollectNames(SortedSetDocValues? values, CurrentArticles current, HashSet<string> names)
    {
        if (values is null)
            return;
        var used = new HashSet<long>();
        for (var doc = 0; doc < current.Length; doc++)
        {
            if (!current.Get(doc))
                continue;
            values.SetDocument(doc);
            for (long ordinal; (ordinal = values.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS;)
                used.Add(ordinal);
        }

        var name = new BytesRef();
        foreach (var ordinal in used)
        {
            values.LookupOrd(ordinal, name);
            names.Add(name.Utf8ToString());
        }
    }

    private static List<NamedCount> MostFirst(Dictionary<string, long> counts) =>
        [
            .. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(
                pair => new NamedCount(pair.Key, pair.Value))];
}

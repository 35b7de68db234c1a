using System.Collections.Concurrent;
using Lucene.Net.Index;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>
/// What was suggested for one to three letters, which begin so much of an archive that to look it through takes longer than anyone waits
/// between two letters. There are not many of them, and everyone types them.
/// </summary>
internal sealed class ShortBeginnings
{
    private const int Longest = 3;

    private static readonly PerGeneration<ShortBeginnings> Made = new(_ => new ShortBeginnings());

    private readonly ConcurrentDictionary<(string Typed, int Limit), IReadOnlyList<Suggestion>> known = [];
    private EntityCorrections? corrections;

    /// <param name="corrections">In force: others make other suggestions.</param>
    public static IReadOnlyList<Suggestion> GetOrAdd(IndexReader reader, EntityCorrections corrections, string typed, int limit, Func<IReadOnlyList<Suggestion>> find)
    {
        if (typed.Length > Longest)
            return find();
        var cache = Made.Of(reader);
        if (!ReferenceEquals(cache.corrections, corrections))
        {
            cache.known.Clear();
            cache.corrections = corrections;
        }

        return cache.known.GetOrAdd((typed, limit), _ => find());
    }
}

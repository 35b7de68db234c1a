using NewsIndex.Engines;
using NewsSearch.V1;

namespace Evaluation.Kills;

/// <summary>The articles that a service acknowledged, and those whose deletion it acknowledged. Thread-safe.</summary>
internal sealed class AcknowledgedArticles
{
    /// <summary>Ids by what was acknowledged last: true for an article, false for its deletion.</summary>
    private readonly Dictionary<string, bool> acknowledged = new(StringComparer.Ordinal);

    private readonly Lock gate = new();

    /// <summary>Articles that are there and that nobody has begun to delete.</summary>
    private readonly List<string> there = [];

    private int made;

    public ArticleInput Next()
    {
        var number = Interlocked.Increment(ref made);
        return new ArticleInput { Id = $"{number}", Headline = $"Story {number}", Body = $"storm {number}", Language = "en" };
    }

    public void Take(string id, bool isThere)
    {
        lock (gate)
        {
            acknowledged[id] = isThere;
            if (isThere)
                there.Add(id);
        }
    }

    /// <summary>An article to delete, about which nothing is known from now on until its deletion is acknowledged.</summary>
    /// <returns>Null when there is none.</returns>
    public string? TakeAny(Random random)
    {
        lock (gate)
        {
            if (there.Count == 0)
                return null;
            var at = random.Next(there.Count);
            var id = there[at];
            there.RemoveAt(at);
            acknowledged.Remove(id);
            return id;
        }
    }

    /// <summary>Articles that are not as they were acknowledged.</summary>
    public IEnumerable<string> Losses(IArticleWriter writer)
    {
        foreach (var (id, isThere) in Copy())
        {
            var known = writer.Find(id);
            if (known is null || known.IsDeleted == isThere)
                yield return $"article {id} is {(known is null ? "not there" : isThere ? "deleted" : "there")}";
        }
    }

    private Dictionary<string, bool> Copy()
    {
        lock (gate)
            return new(acknowledged);
    }
}

using NewsIndex.Entities;
using NewsIndex.Results;

namespace NewsIndex.Suggesting;

/// <summary>Completes typed text by entities and by words.</summary>
internal static class Completions
{
    /// <summary>Entities with a name that continues the text, most mentioned first.</summary>
    public static IEnumerable<Suggestion> Entities(string typed, int limit, INameDictionary names, EntityCorrections corrections)
    {
        var lookup = new EntityLookup(names, corrections);
        return new EntityNames(names, corrections).WithPrefix(NameKey.Said(typed), null)
            .OrderByDescending(each => each.Mentions).ThenBy(each => each.Entity.Id, StringComparer.Ordinal).Take(limit)
            .Select(each =>
                new Suggestion(SuggestionKind.Entity, lookup.Named(each.Entity).Name, each.Entity.Id, each.Entity.Type, each.Mentions));
    }

    /// <summary>The text with its last word completed, in the order of the articles that it finds as a query.</summary>
    /// <param name="lastWord">The offset of the last word.</param>
    /// <param name="words">Candidates for the last word, the most frequent first.</param>
    /// <param name="count">The number of articles that a text finds as a query; 0 leaves it out.</param>
    public static async ValueTask<IEnumerable<Suggestion>> WordsAsync(
        string typed, int lastWord, IEnumerable<string> words, int limit, Func<string, ValueTask<long>> count)
    {
        var found = new List<Suggestion>();
        foreach (var text in words.Select(word => typed[..lastWord] + word).TakeWhile(_ => found.Count < limit))
        {
            if (await count(text) is var articles and > 0)
                found.Add(new Suggestion(SuggestionKind.Word, text, "", null, articles));
        }

        return found.OrderByDescending(suggestion => suggestion.Articles);
    }
}

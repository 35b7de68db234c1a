using System.Runtime.InteropServices;
using Lucene.Net.Index;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Schema;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>Names of entities as corrected: those of the index, each its owner's, and those that corrections gave.</summary>
internal sealed class EntityNames(IndexReader reader, EntityCorrections corrections)
{
    private readonly EntityDirectory directory = EntityDirectory.Of(reader);

    /// <summary>The names, as written, that an entity goes by, with how often each stands for it. None twice.</summary>
    public IEnumerable<NameCount> Of(EntityReference entity) =>
        corrections.IndexedAs(entity).SelectMany(directory.NamesOf)
            .Select(name => new NameCount(name.Name, MentionsOf(name).Where(each => each.Owner == entity).Sum(each => each.Mentions)))
            .Where(name => name.Mentions > 0)
            .GroupBy(name => name.Name, StringComparer.Ordinal)
            .Select(group => new NameCount(group.Key, group.Sum(name => name.Mentions)));

    /// <summary>
    /// Entities one of whose names has a word from which it goes on as typed, with how often they are mentioned by such names.
    /// </summary>
    /// <param name="typed">As <see cref="NameKey.Said"/> gives it.</param>
    public IReadOnlyList<(EntityReference Entity, long Mentions)> BeginningWith(string typed, EntityType? type) =>
        Sum(directory.BeginningWith(typed), type, given => given.StartsWith(typed, StringComparison.Ordinal));

    /// <summary>
    /// Entities with a name that differs from what was typed by at most so many letters, counted from any of its words on.
    /// </summary>
    /// <param name="typed">As <see cref="NameKey.Said"/> gives it.</param>
    public IReadOnlyList<(EntityReference Entity, long Mentions)> SpeltLike(string typed, EntityType? type, int most) =>
        typed.Length < EntityDirectory.ShortestMisspelt
        ? []
        : Sum(directory.SpeltLike(typed, most), type, given => EditDistance.IsWithin(given, typed, most));

    private List<(EntityReference Entity, long Mentions)> Sum(IEnumerable<DirectoryName> found, EntityType? type, Func<string, bool> fits)
    {
        var wanted = found.Where(name => name.Entity.IsResolved && (type is null || name.Entity.Type == type));
        if (corrections.InForce.Count == 0)
        {
            // A short beginning has tens of thousands of names: numbers are looked up faster than ids.
            var byNumber = new Dictionary<int, long>();
            foreach (var name in wanted)
                CollectionsMarshal.GetValueRefOrAddDefault(byNumber, name.Number, out _) += name.Mentions;
            return [.. byNumber.Select(pair => (directory.EntityAt(pair.Key), pair.Value))];
        }

        var mentions = new Dictionary<EntityReference, long>();
        foreach (var (owner, count) in wanted.SelectMany(MentionsOf))
            CollectionsMarshal.GetValueRefOrAddDefault(mentions, owner, out _) += count;
        // By a name that a correction gave, an entity is mentioned whatever the articles call it.
        foreach (var given in corrections.GivenNames.Where(given => (type is null || given.Entity.Type == type) && Fits(given.Name, fits)))
            mentions[corrections.Resolve(given.Entity)] = Of(corrections.Resolve(given.Entity)).Sum(name => name.Mentions);
        return [.. mentions.Where(pair => pair.Value > 0).Select(pair => (pair.Key, pair.Value))];
    }

    private static bool Fits(string name, Func<string, bool> fits) =>
        NameKey.Said(name) is var said && EntityDirectory.WordStarts(said).Any(start => fits(said[start..]));

    /// <summary>Whose the mentions by a name are, and how many; where articles decide, they are counted there.</summary>
    private IEnumerable<(EntityReference Owner, long Mentions)> MentionsOf(DirectoryName name) =>
        corrections.OwnersOf(name.Entity, name.Normalised).Select(owner => (
        owner.Entity,
        owner.Articles is null
        ? name.Mentions
        : new EntityTerm(MentionTerm.OfName(name.Entity, name.Name), owner.Articles).CountIn(reader)));
}

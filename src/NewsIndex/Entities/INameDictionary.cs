namespace NewsIndex.Entities;

/// <summary>The names of entities in an index, as it was built, without corrections.</summary>
internal interface INameDictionary
{
    /// <summary>The same names in memory, by prefix and by edit distance.</summary>
    EntityDictionary Entities { get; }

    /// <summary>The names whose terms have a prefix; one name may be returned several times, each with a part of its counts.</summary>
    /// <param name="prefix">See <see cref="MentionTerm"/>.</param>
    IEnumerable<MentionName> WithPrefix(string prefix);

    /// <summary>False when no article has a term.</summary>
    bool Has(string term);

    /// <summary>The number of times that a term stands in the articles in which it counts.</summary>
    long CountMentions(EntityTerm term);
}

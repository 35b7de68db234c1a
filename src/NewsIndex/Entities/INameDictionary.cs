namespace NewsIndex.Entities;

/// <summary>The names of entities in an index, without corrections.</summary>
internal interface INameDictionary
{
    /// <summary>The same names in memory, by prefix and by edit distance.</summary>
    EntityDictionary Entities { get; }

    /// <summary>The names with a term prefix; a name may be returned several times, each with a part of its counts.</summary>
    /// <param name="prefix">See <see cref="MentionTerm"/>.</param>
    IEnumerable<MentionName> WithPrefix(string prefix);

    /// <summary>Returns false if no article has a term.</summary>
    bool Has(string term);

    /// <summary>The number of occurrences of a term in the articles in which it counts.</summary>
    long CountMentions(EntityTerm term);
}

namespace Recognition.Rules;

/// <summary>Corrects tags by a pattern of news text that no tagger learns from single sentences.</summary>
internal interface IDocumentRule
{
    /// <summary>Short name of the rule. It is part of the recogniser's identity, so a rename invalidates indexes.</summary>
    string Name { get; }

    /// <param name="sentences">The tokens of one document; no sentence is empty.</param>
    /// <param name="tags">One tag a token, by <see cref="Tagging.TagScheme"/>; changed in place and always a valid sequence.</param>
    void Apply(IReadOnlyList<string[]> sentences, byte[][] tags);
}

using Recognition.Tagging;

namespace Recognition.Rules;

/// <summary>Applies document rules to the tags of another tagger, in the order given. Owns the other tagger.</summary>
internal sealed class RuleTagger(ITagger tagger, IReadOnlyList<IDocumentRule> rules) : ITagger
{
    public string Identity { get; } = string.Join('+', rules.Select(rule => rule.Name).Prepend(tagger.Identity));

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        var tags = tagger.Tag(sentences);
        foreach (var rule in rules)
            rule.Apply(sentences, tags);
        return tags;
    }

    public void Dispose() => tagger.Dispose();
}

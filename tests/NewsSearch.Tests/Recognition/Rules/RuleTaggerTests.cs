using CsCheck;
using NewsSearch.Tests.Recognition.Tagging;
using Recognition.Rules;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Rules;

public sealed class RuleTaggerTests
{
    [Fact]
    public void Applies_rules_in_the_order_given()
    {
        using var tagger = new RuleTagger(new FixedTagger(0), [new Increment("a", 1), new Multiply("b", 5)]);
        Assert.Equal([[5, 5]], tagger.Tag([["x", "y"]]));
    }

    [Fact]
    public void Is_identified_by_the_tagger_and_its_rules()
    {
        using var tagger = new RuleTagger(new FixedTagger(0), [new Increment("a", 1), new Multiply("b", 5)]);
        Assert.Equal("fixed+a+b", tagger.Identity);
    }

    /// <summary>Indexes record the identity, so a new name or order makes them stale.</summary>
    [Fact]
    public void Applies_the_shipped_rules_in_their_order()
    {
        using var tagger = new RuleTagger(new FixedTagger(0), DocumentRules.All);
        Assert.Equal("fixed+bounds+scorecards+firms+datelines+described+titled+surnames", tagger.Identity);
    }

    [Fact]
    public void Disposes_of_the_tagger()
    {
        var inner = new FixedTagger(0);
        new RuleTagger(inner, []).Dispose();
        Assert.True(inner.IsDisposed);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_leaves_a_valid_sequence(string name)
    {
        var rule = DocumentRules.All.Single(rule => rule.Name == name);
        string[] vocabulary =
        [
            "Smith", "Kidder", "al-Sadr", "PARIS", "Monday", "Mr", "Mr.", "and", "&", "Co", "Inc", "SpA", ",", "(", ")", "*", "33",
            "1996-08-30", "c", "b", "lbw", "is", "a", "the", "village", "towns", "of", "in", "March", "3", "-", "said", "Jr.",
        ];
        var sentence = Gen.Select(AnyNames.Gen, Gen.Int[0, vocabulary.Length - 1].Select(i => vocabulary[i]).Array[AnyNames.Length]);
        Check.Sample(
            sentence.Array[1, 4],
            document =>
            {
                var tags = Array.ConvertAll(document, each => TagScheme.Encode(AnyNames.Length, each.Item1));
                rule.Apply(Array.ConvertAll(document, each => each.Item2), tags);
                Assert.All(tags, each => Assert.True(each.Length == AnyNames.Length && TagSchemeTests.IsValid(each)));
            },
            iter: 1_000);
    }

    public static TheoryData<string> Rules() => [.. DocumentRules.All.Select(rule => rule.Name)];

    private sealed class FixedTagger(byte tag) : ITagger
    {
        public bool IsDisposed { get; private set; }

        public string Identity => "fixed";

        public byte[][] Tag(IReadOnlyList<string[]> sentences) =>
            [.. sentences.Select(sentence => Enumerable.Repeat(tag, sentence.Length).ToArray())];

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Increment(string name, byte amount) : IDocumentRule
    {
        public string Name => name;

        public void Apply(IReadOnlyList<string[]> sentences, byte[][] tags) =>
            tags[0] = Array.ConvertAll(tags[0], tag => (byte)(tag + amount));
    }

    private sealed class Multiply(string name, byte factor) : IDocumentRule
    {
        public string Name => name;

        public void Apply(IReadOnlyList<string[]> sentences, byte[][] tags) =>
            tags[0] = Array.ConvertAll(tags[0], tag => (byte)(tag * factor));
    }
}

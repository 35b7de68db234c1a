using CsCheck;
using Recognition.Features;

namespace NewsSearch.Tests.Recognition.Features;

public sealed class ShortWordTableTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("Governor", true)]
    [InlineData("governors", false)]
    [InlineData("café", false)]
    [InlineData("\0a", false)]
    [InlineData("", false)]
    public void Holds_words_of_eight_ASCII_characters_at_most(string word, bool expected) =>
        Assert.Equal(expected, ShortWordTable<string>.KeyOf(word) != 0);

    [Fact]
    public void Finds_the_words_that_a_dictionary_finds() =>
        Check.Sample(
            Gen.String[Gen.Char["abAB."], 1, 4].Array[0, 60],
            words =>
            {
                var table = new ShortWordTable<string>(60);
                var expected = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var word in words)
                {
                    var key = ShortWordTable<string>.KeyOf(word);
                    Assert.Equal(expected.TryGetValue(word, out var before), table.TryGet(key, out var found));
                    Assert.Same(before, found);
                    if (found is not null)
                        continue;
                    table.Add(key, word);
                    expected.Add(word, word);
                }

                Assert.Equal(expected.Count, table.Count);
            });

    [Fact]
    public void Forgets_all_words_at_once()
    {
        var table = new ShortWordTable<string>(2);
        var key = ShortWordTable<string>.KeyOf("word");
        table.Add(key, "word");
        table.Clear();
        Assert.False(table.TryGet(key, out _));
        Assert.Equal(0, table.Count);
    }
}

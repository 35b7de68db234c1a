using System.Text;
using CsCheck;
using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

/// <summary>A plain word that is passed over has none of the stems that are sought.</summary>
public sealed class StemBeginningsTests
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly Gen<string> Words =
        Gen.Int[0, Letters.Length - 1].Select(i => Letters[i]).Array[1, 12].Select(letters => new string(letters));

    [Fact]
    public void No_word_of_up_to_three_letters_is_passed_over()
    {
        foreach (var word in ShortWords(3))
            AssertMayHave(word);
    }

    [Fact]
    public void No_irregular_word_is_passed_over_whatever_its_ending()
    {
        foreach (var (word, stem) in EnglishStem.IrregularWords())
        {
            AssertMayHave(word);
            foreach (var ending in new[] { "s", "es", "ly", "ed", "ing", "er" })
                AssertMayHave(word + ending);
            AssertMayHave(stem);
            if (word.EndsWith('y'))
                AssertMayHave(word[..^1] + "ies");
        }
    }

    [Fact]
    public void No_word_of_any_letters_is_passed_over() => Words.Sample(AssertMayHave, iter: 20_000);

    [Fact]
    public void Most_other_words_are_passed_over()
    {
        var sought = new StemBeginnings();
        sought.Add(Encoding.UTF8.GetBytes(PlainEnglishWord.Stem("election")!.Value.Term));
        Assert.True(sought.MayHave("Elections"u8));
        Assert.False(sought.MayHave("storm"u8));
        Assert.False(sought.MayHave("e"u8));
        Assert.InRange(ShortWords(2).Count(word => sought.MayHave(Encoding.UTF8.GetBytes(word))), 1, 3);
    }

    private static void AssertMayHave(string word)
    {
        if (PlainEnglishWord.Stem(word) is not { } stem)
            return;
        var sought = new StemBeginnings();
        sought.Add(Encoding.UTF8.GetBytes(stem.Term));
        Assert.True(sought.MayHave(Encoding.UTF8.GetBytes(word)), $"{word} has the stem {stem.Term}");
        Assert.True(sought.MayHave(Encoding.UTF8.GetBytes(word.ToUpperInvariant())), $"{word} in capitals has the stem {stem.Term}");
    }

    private static IEnumerable<string> ShortWords(int length) =>
        length == 0 ? [] : ShortWords(length - 1).Prepend("").SelectMany(word => Letters.Select(letter => word + letter)).Distinct();
}

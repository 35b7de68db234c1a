using CsCheck;
using SearchService.Errors;

namespace NewsSearch.Tests.Service.Errors;

public sealed class EchoTests
{
    private static readonly Gen<string> AnyText = Gen.String[Gen.Char["ab漢\U0001F600%"], 0, 400];

    [Theory]
    [InlineData("", 1, "")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc…")]
    [InlineData("a\U0001F600", 2, "a…")]
    [InlineData("a\U0001F600b", 3, "a\U0001F600…")]
    public void A_text_is_cut_between_characters(string text, int maxLength, string cut) => Assert.Equal(cut, Echo.Cut(text, maxLength));

    [Fact]
    public void A_cut_text_is_a_beginning_of_the_whole_within_the_length() =>
        Gen.Select(AnyText, Gen.Int[1, 200]).Sample((text, maxLength) =>
        {
            var cut = Echo.Cut(text, maxLength);
            return text.Length <= maxLength
                ? cut == text
                : cut.Length <= maxLength + 1 && cut.EndsWith('…') && text.StartsWith(cut[..^1], StringComparison.Ordinal);
        });

    [Fact]
    public void A_sentence_that_quotes_little_stays_as_it_is() =>
        Gen.Select(AnyText, AnyText).Sample((before, typed) =>
        {
            var quoted = typed.Length <= Echo.MaxLength ? typed : typed[..Echo.MaxLength];
            var sentence = $"<{before.Replace("a", "x", StringComparison.Ordinal)[..Math.Min(before.Length, 50)]}>{quoted}!";
            return typed.Length > Echo.MaxLength || Echo.Within(sentence, typed) == sentence;
        });

    [Fact]
    public void No_piece_of_a_typed_text_is_quoted_beyond_the_length()
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyz";
        Gen.Select(Gen.String[Gen.Char[Letters], 0, 500], Gen.Int[0, 500], Gen.Int[0, 500]).Sample((typed, from, length) =>
        {
            from = Math.Min(from, typed.Length);
            var quoted = typed.Substring(from, Math.Min(length, typed.Length - from));
            var echoed = Echo.Within($"\"{quoted}\" IS NO WORD", typed);
            return echoed.EndsWith("\" IS NO WORD", StringComparison.Ordinal) && echoed.Count(char.IsAsciiLetterLower) <= Echo.MaxLength;
        });
    }

    [Fact]
    public void Each_of_several_long_quotations_is_cut()
    {
        var typed = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i:000} "));
        Assert.Equal($"<{typed[..100]}…> and <{typed[40..140]}…>", Echo.Within($"<{typed}> and <{typed[40..300]}>", typed));
    }
}

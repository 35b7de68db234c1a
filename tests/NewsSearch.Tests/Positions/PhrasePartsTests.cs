using CsCheck;
using NewsIndex.Positions;

namespace NewsSearch.Tests.Positions;

/// <summary>Parts are written <c>word@position</c>; those taken as written have quotes, expansions a ~.</summary>
public sealed class PhrasePartsTests
{
    private static readonly string[] Archive = ["semitic", "semitism", "semite", "seminar", "oil", "of"];

    private static readonly string[] Languages = ["en", "de", "fr", "fi", "tr", "ja", "-"];

    [Theory]
    [InlineData("oil prices", "oil@0 price@1")]
    [InlineData("price of oil", "price@0 oil@2")]
    [InlineData("the", "")]
    [InlineData("fox-it", "foxit@0+2 'fox'@0 'it'@1")]
    [InlineData("AT&T", "'at'&@0 &'t'@1")]
    [InlineData("anti-war", "anti@0 antiwar@0+2 war@1")]
    public void A_word_is_a_stem_unless_a_part_that_is_joined_to_it_is_a_stop_word(string text, string expected)
    {
        var readings = Parts().Of(text, ["en"]);
        Assert.Equal(expected, string.Join(" | ", readings.Select(Shown)));
    }

    [Theory]
    [InlineData("semit*", "~semitic/semitism/semite@0")]
    [InlineData("anti-semit*", "'anti'@0 ~semitic/semitism/semite@1")]
    [InlineData("price of semi*", "price@0 ~semitic/semitism/semite/seminar@2")]
    [InlineData("semi???", "~semitic/seminar@0")]
    [InlineData("price * oil", "price@0 oil@2")]
    [InlineData("zzz*", "~@0")]
    public void The_open_words_of_a_pattern_are_expanded(string pattern, string expected)
    {
        var readings = Parts().OfPattern(pattern, ["en"]);
        Assert.Equal(expected, string.Join(" | ", readings.Select(Shown)));
    }

    [Fact]
    public void Languages_that_read_a_phrase_alike_share_one_reading() =>
        Assert.Equal(2, Parts().Of("prices", ["en", "de", "de"]).Count);

    [Fact]
    public void An_open_word_is_expanded_once()
    {
        var asked = new List<string>();
        var parts = new PhraseParts(pattern =>
        {
            asked.Add(pattern);
            return PositionPlan.Terms.Of(TextFields.Exact);
        });
        parts.OfPattern("semit*", ["en", "de"]);
        parts.OfPattern("anti-semit*", ["en"]);
        Assert.Equal(["semit*"], asked);
    }

    [Theory]
    [InlineData("semit*", "semit*")]
    [InlineData("Semit*", "semit*")]
    [InlineData("?il", "?il")]
    [InlineData("anti-semit*", null)]
    [InlineData("oil pri*", null)]
    public void A_pattern_of_one_word_has_the_form_of_the_field(string pattern, string? expected) =>
        Assert.Equal(expected, PhraseParts.OnlyWord(pattern));

    /// <summary>A shorter way to the same stems.</summary>
    [Fact]
    public void A_text_of_one_word_has_the_stems_of_its_readings() => Gen.Select(
        Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['a', 'z'], Gen.Char['\'', '9'], Gen.Char['À', 'ÿ'], Gen.Char['あ', 'ん']).Array[1, 8],
        Gen.Int[0, Languages.Length - 1], Gen.Int[0, Languages.Length - 1])
        .Sample((letters, one, other) =>
        {
            var (text, languages) = (new string(letters), new[] { Languages[one], Languages[other] });
            return PhraseParts.OnlyStems(text, languages) is not { } stems
                || Parts().Of(text, languages).Select(reading => Assert.Single(reading)).Select(part => (part.Places, part.Words.Words[0]))
                    .SequenceEqual(stems.Select(stem => (1, stem)));
        });

    [Theory]
    [InlineData("elections", 2)]
    [InlineData("the", 1)]
    [InlineData("well-being", null)]
    [InlineData("oil prices", null)]
    [InlineData("Müller", null)]
    public void A_word_with_other_spellings_is_more_than_its_stem(string text, int? stems) =>
        Assert.Equal(stems, PhraseParts.OnlyStems(text, ["en", "de"])?.Count);

    private static PhraseParts Parts() => new(Expand);

    private static PositionPlan.Terms Expand(string pattern)
    {
        var words = Archive.Where(word => Matches(pattern, word)).ToArray();
        return PositionPlan.Terms.Of(TextFields.Exact, words) with { IsPattern = true };
    }

    private static bool Matches(string pattern, string word) => pattern.EndsWith('*')
        ? word.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : word.Length == pattern.Length && word.Zip(pattern).All(pair => pair.Second == '?' || pair.First == pair.Second);

    private static string Shown(List<PhrasePart> parts) => string.Join(' ', parts.Select(Shown));

    private static string Shown(PhrasePart part)
    {
        var words = string.Join('/', part.Words.Words.Select(word => new string([.. word.Where(char.IsAsciiLetter)])));
        var (before, behind) = (part.Words.Written?.Before, part.Words.Written?.Behind);
        var shown = part.Words.IsPattern ? "~" + words : part.Words.Field == TextFields.Exact ? $"{before}'{words}'{behind}" : words;
        return $"{shown}@{part.Position}{(part.Places > 1 ? "+" + part.Places : "")}";
    }
}

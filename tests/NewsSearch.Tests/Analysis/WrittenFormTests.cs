using CsCheck;
using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

/// <summary>The payload of a position: which letters are capitals, and the signs beside the word.</summary>
public sealed class WrittenFormTests
{
    [Fact]
    public void A_word_in_lower_case_without_signs_has_no_payload()
    {
        Assert.Null(LetterCase.Of("storm"));
        Assert.Empty(WrittenForm.ToPayload(LetterCase.Of("storm"), "", ""));
    }

    /// <summary>Bits from the lowest on, in hexadecimal bytes.</summary>
    [Theory]
    [InlineData("oil", null)]
    [InlineData("Oil", "01")]
    [InlineData("oiL", "04")]
    [InlineData("OPEC", "0F")]
    [InlineData("abcdefghI", "0001")]
    [InlineData("ABCDEFGHi", "FF")]
    [InlineData("", null)]
    [InlineData("İz", "05")]
    [InlineData("1987", null)]
    public void The_capitals_of_a_word_are_bits(string word, string? expected) =>
        Assert.Equal(expected, LetterCase.Of(word) is { } bits ? Convert.ToHexString(bits) : null);

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("01", "", "", "01")]
    [InlineData("01", "$", "", "0124010000")]
    [InlineData("", "", "%", "25000100")]
    [InlineData("", "€", "", "E282AC030000")]
    public void A_payload_has_capitals_then_signs_then_their_lengths(string casing, string before, string behind, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(WrittenForm.ToPayload(Convert.FromHexString(casing), before, behind)));

    [Theory]
    [InlineData("Storm", "Storm", true)]
    [InlineData("Storm", "storm", false)]
    [InlineData("US", "US", true)]
    [InlineData("US", "Us", false)]
    [InlineData("iPhone", "iPhone", true)]
    [InlineData("İstanbul", "Istanbul", false)]
    [InlineData("McDonald", "Mcdonald", false)]
    public void The_capitals_of_a_word_are_compared(string asked, string written, bool accepts) =>
        Assert.Equal(accepts, new WrittenForm(LetterCase.Of(asked) ?? LetterCase.Small).Accepts(LetterCase.Of(written)));

    [Theory]
    [InlineData("", "++", "", "++", true)]
    [InlineData("", "++", "", "#", false)]
    [InlineData("", "++", "", "", false)]
    [InlineData("", "", "", "++", true)]
    [InlineData("@", "", "@", "", true)]
    [InlineData("#", "", "@", "", false)]
    [InlineData(".", "", ".", "#", true)]
    public void Signs_that_are_asked_for_have_to_stand_there(
        string before, string behind, string wordBefore, string wordBehind, bool accepts) =>
        Assert.Equal(
            accepts, new WrittenForm(null, before, behind).Accepts(WrittenForm.ToPayload(LetterCase.Of("C"), wordBefore, wordBehind)));

    [Fact]
    public void A_form_accepts_the_payload_of_itself_and_any_form_accepts_everything() =>
        Gen.Select(Gen.Char["aAbBİ"].Array[1, 12], Gen.Char["+#@§"].Array[0, 3], Gen.Char["+#@€"].Array[0, 3])
            .Sample((letters, before, behind) =>
        {
            var casing = LetterCase.Of(letters);
            var payload = WrittenForm.ToPayload(casing, new string(before), new string(behind));
            var same = new WrittenForm(casing ?? LetterCase.Small, new string(before), new string(behind));
            return same.Accepts(payload) && new WrittenForm(null).Accepts(payload);
        });

    [Fact]
    public void Words_with_other_capitals_have_other_payloads() =>
        Gen.Select(Gen.Bool.Array[1, 20], Gen.Bool.Array[1, 20])
            .Sample((a, b) => a.Length != b.Length || a.SequenceEqual(b) == Same(Word(a), Word(b)));

    private static string Word(bool[] capitals) => string.Concat(capitals.Select(capital => capital ? 'A' : 'a'));

    private static bool Same(string a, string b) => (LetterCase.Of(a) ?? []).SequenceEqual(LetterCase.Of(b) ?? []);
}

using System.Text;
using CsCheck;
using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

/// <summary>Text in the form that its words are compared in.</summary>
public sealed class NormalisedTextTests
{
    /// <summary>
    /// What normalisation has to do with: letters that compose, marks, kana of half width, syllables of Hangul, signs that nobody sees.
    /// </summary>
    private static readonly string[] Pieces =
    [
        "a", "B", "z", " ", ". ", "-", "'", "é", "ñ", "Å", "ǘ", "q\u0323\u0307", "İ", "ı", "ß", "ﬁ", "ﬃ", "Ｎ", "ｶﾞ", "ﾊﾟ", "ガ", "각", "한",
        "½", "²", "™", "№",
        "’", "東", "ก", "รุ", "น้ำ", "क्षि", "அ", "𝐍", "😀", "\u2011", "…", "Ω", "ё", "й", "أ", "10,000", "U.S.",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("O’Brien", "O'Brien")]
    [InlineData("cafe\u0301", "café")]
    [InlineData("co\u00ADop", "coop")]
    [InlineData("e\u00AD\u0301", "é")]
    [InlineData("ﬁne", "fine")]
    [InlineData("２０２４", "2024")]
    [InlineData("2½", "2½")]
    [InlineData("m²", "m²")]
    [InlineData("CO₂", "CO2")]
    [InlineData("Acme™", "Acme™")]
    [InlineData("①one", "①one")]
    [InlineData("``quoted''", "``quoted''")]
    [InlineData("don`t", "don't")]
    [InlineData("5′ 10″", "5′ 10″")]
    [InlineData("ｶﾞ", "ガ")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("a＊b？", "a＊b？")]
    public void Writes_a_character_as_others_do(string text, string expected) => Assert.Equal(expected, NormalisedText.Of(text));

    [Fact]
    public void Keeps_half_a_pair()
    {
        foreach (var text in new[] { "\uD800\u0301x", "x\uDC00\u00AD\u0301", "\uD835" })
        {
            var normalised = new NormalisedText();
            normalised.Read(text);
            Assert.Equal(text.Replace("\u00AD", "", StringComparison.Ordinal), normalised.Chars.ToString());
        }
    }

    [Fact]
    public void Every_canonical_form_of_a_text_gives_the_same() => Text.Sample(text =>
    {
        var expected = NormalisedText.Of(text);
        return NormalisedText.Of(text.Normalize(NormalizationForm.FormD)) == expected
            && NormalisedText.Of(text.Normalize(NormalizationForm.FormC)) == expected && NormalisedText.Of(expected) == expected;
    });

    [Fact]
    public void Soft_hyphens_change_nothing() => Gen.Select(Text, Gen.Int[0, 100]).Sample((text, place) =>
    {
        var decomposed = text.Normalize(NormalizationForm.FormD);
        var at = place % (decomposed.Length + 1);
        return (at > 0 && at < decomposed.Length && char.IsLowSurrogate(decomposed[at]))
            || NormalisedText.Of(decomposed.Insert(at, "\u00AD")) == NormalisedText.Of(text);
    });

    [Fact]
    public void Offsets_go_forward_and_lie_in_the_source() => Text.Sample(text =>
    {
        var source = text.Normalize(NormalizationForm.FormD);
        var normalised = new NormalisedText();
        normalised.Read(source);
        var (start, end) = (0, 0);
        for (var i = 0; i < normalised.Length; i++)
        {
            if (normalised.StartOf(i) < start || normalised.EndBefore(i + 1) < end || normalised.StartOf(i) >= normalised.EndBefore(i + 1))
                return false;
            (start, end) = (normalised.StartOf(i), normalised.EndBefore(i + 1));
        }

        return end <= source.Length && normalised.SourceLength == source.Length;
    });

    [Fact]
    public void An_instance_that_is_filled_again_forgets_what_it_held()
    {
        var normalised = new NormalisedText();
        normalised.Read(new string('ﬁ', 3000) + "\u0301");
        Assert.Equal(6000, normalised.Length);
        normalised.Read("plain");
        Assert.Equal("plain", normalised.Chars.ToString());
        Assert.Equal((4, 5), (normalised.StartOf(4), normalised.EndBefore(5)));
    }

    [Fact]
    public void More_marks_than_any_script_has_are_put_in_order_in_bounded_runs()
    {
        // In the order of the whole run, no mark below would be left at its end.
        var broken = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 500));
        var normalised = new NormalisedText();
        normalised.Read(broken + "z");
        Assert.Contains('\u0323', normalised.Chars[^60..].ToString());
        Assert.Equal(broken.Length, normalised.StartOf(normalised.Length - 1));
        var most = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 15));
        Assert.Equal("\u1EA1" + new string('\u0323', 14) + new string('\u0301', 15), NormalisedText.Of(most));
    }
}

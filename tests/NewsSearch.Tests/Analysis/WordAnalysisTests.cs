using System.Text;
using CsCheck;
using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

/// <summary>What of a text is put into the index, and what is looked for.</summary>
public sealed class WordAnalysisTests
{
    private static readonly string[] Languages = ["en", "de", "fr", "tr", "ru", "ja", "hi", "fa", "sv", ""];

    private static readonly string[] Words =
    [
        "São", "Ørsted", "İstanbul", "O’Brien's", "e-mail", "covid-19", "co-op-er-ation", "U.S.", "US", "N.A.T.O.", "10,000", "10.000",
        "Müller", "самолёт", "กรุงเทพ", "東京都", "コンピュータ", "서울시",
        "the", "ﬁnances", "H₂O", "km²", "क्षि", "women", "10\u202F000", "\u201Cquoted\u201D", "running",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 12]
        .Select(words => string.Join(' ', words));

    private static readonly Gen<string> Language = Gen.Int[0, Languages.Length - 1].Select(i => Languages[i]);

    [Fact]
    public void Every_form_of_a_text_has_the_same_words_and_leads_back_to_them() =>
        Gen.Select(Text, Language, Gen.Bool.Select(exact => exact ? "text.exact" : "text"), Gen.Int[0, 200])
        .Sample((text, language, field, place) =>
    {
        var decomposed = text.Normalize(NormalizationForm.FormD);
        var at = place % decomposed.Length;
        var hidden = decomposed.Insert(at, "\u00AD");
        foreach (var use in new[] { WordUse.Index, WordUse.Query, WordUse.Plain })
        {
            var expected = Of(text);
            foreach (var variant in new[] { decomposed, hidden })
            {
                var words = Of(variant);
                if (!words.Select(word => (word.Term, word.Position)).SequenceEqual(expected.Select(word => (word.Term, word.Position))))
                    return false;
                // What is marked is the same word of the stored text, with what is hidden in it.
                if (!words.Zip(expected)
                    .All(pair => Shown(variant[pair.First.Start..pair.First.End]) == Shown(text[pair.Second.Start..pair.Second.End])))
                    return false;
            }

            List<AnalysedWord> Of(string form) => NewsAnalyzer.Instance.Analyse(field, language, form, use);
        }

        return true;
    });

    [Fact]
    public void Places_and_offsets_never_go_back() =>
        Gen.Select(Text, Language, Gen.Bool.Select(exact => exact ? "text.exact" : "text")).Sample((text, language, field) =>
    {
        var words = NewsAnalyzer.Instance.Analyse(field, language, text, WordUse.Index);
        return words.Zip(words.Skip(1)).All(pair => pair.First.Position <= pair.Second.Position && pair.First.Start <= pair.Second.Start);
    });

    [Fact]
    public void A_text_finds_itself() => Gen.Select(Text, Language).Sample((text, language) =>
    {
        var indexed = NewsAnalyzer.Instance.Analyse("text", language, text, WordUse.Index).Select(word => (word.Term, word.Position))
            .ToHashSet();
        var typed = NewsAnalyzer.Instance.Analyse("text", language, text, WordUse.Query);
        return typed.All(word => indexed.Contains((word.Term, word.Position)));
    });

    [Theory]
    [InlineData(nameof(WordUse.Index), "e/0 email/0 mail/1 email+1/1")]
    [InlineData(nameof(WordUse.Query), "e/0 email*2/0 mail/1")]
    [InlineData(nameof(WordUse.Plain), "e/0 mail/1")]
    public void A_hyphened_word_has_its_parts_and_is_joined_beside_them(string use, string expected) =>
        Assert.Equal(expected, string.Join(' ', NewsAnalyzer.Instance.Analyse("text", "", "e-mail", Enum.Parse<WordUse>(use))
            .Select(word =>
                $"{word.Term.Replace("\uE0FF", "+1", StringComparison.Ordinal)}"
                + $"{(word.Places > 1 ? "*" + word.Places : "")}/{word.Position}")));

    [Fact]
    public void Both_fields_have_the_same_places()
    {
        const string text = "The e-mail of U.S. กรุงเทพ コンピュータ 東京 서울시 10\u202F000 ends";
        var exact = NewsAnalyzer.Instance.Analyse("text.exact", "", text, WordUse.Index);
        var stems = NewsAnalyzer.Instance.Analyse("text", "en", text, WordUse.Index);
        Assert.Equal(exact.Single(word => word.Term == "ends").Position,
            stems.Single(word => text[word.Start..word.End] == "ends").Position);
    }

    private static string Shown(string text) => text.Normalize(NormalizationForm.FormD).Replace("\u00AD", "", StringComparison.Ordinal);
}

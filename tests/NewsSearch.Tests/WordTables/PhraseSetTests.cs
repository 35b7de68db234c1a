using System.Text.RegularExpressions;
using CsCheck;
using Enrichment.WordTables;

namespace NewsSearch.Tests.WordTables;

public class PhraseSetTests
{
    [Theory]
    [InlineData("was updated today", "updated")]
    [InlineData("the update", "update")]
    [InlineData("UPDATED: 12 May", "UPDATED")]
    [InlineData("(update)", "update")]
    [InlineData("outdated", "")]
    [InlineData("updatedly", "")]
    [InlineData("re_update", "")]
    [InlineData("update, updated and update", "update|updated|update")]
    public void Finds_whole_words_in_any_case(string text, string expected) =>
        Assert.Equal(expected, Found(new(["update", "updated"]), text));

    [Theory]
    [InlineData("first published on", "first published")]
    [InlineData("first publish", "first")]
    [InlineData("published first", "first")]
    public void Prefers_the_longest_phrase(string text, string expected) =>
        Assert.Equal(expected, Found(new(["first", "first published"]), text));

    [Theory]
    [InlineData("aktualisiert am", "aktualisiert")]
    [InlineData("Stand der Aktualisierung", "Aktualisierung")]
    [InlineData("aktualisier", "aktualisier")]
    [InlineData("unaktualisiert", "")]
    public void Reads_a_star_as_the_rest_of_a_word(string text, string expected) =>
        Assert.Equal(expected, Found(new(["aktualisier*"]), text));

    [Theory]
    [InlineData("最終更新日", "更新")]
    [InlineData("وانتشاره", "انتشار")]
    [InlineData("อัปเดตล่าสุด", "อัปเดต")]
    [InlineData("업데이트됨", "업데이트")]
    public void Finds_parts_of_words_in_scripts_that_join_words(string text, string expected) =>
        Assert.Equal(expected, Found(new(["update", "更新", "انتشار", "อัปเดต", "업데이트"]), text));

    [Theory]
    [InlineData("cập nhật", "cập nhật")]
    [InlineData("cập nhậts", "")]
    [InlineData("обновлено", "обновлено")]
    [InlineData("необновлено", "")]
    [InlineData("ενημέρωση", "ενημέρωση")]
    public void Knows_letters_with_several_accents_Cyrillic_and_Greek_as_scripts_with_spaces(string text, string expected) =>
        Assert.Equal(expected, Found(new(["cập nhật", "обновлено", "ενημέρωση"]), text));

    [Theory]
    [InlineData("(c) 2019", "(c)")]
    [InlineData("all©2019", "©")]
    public void Finds_signs_beside_anything(string text, string expected) => Assert.Equal(expected, Found(new(["(c)", "©"]), text));

    [Theory]
    [InlineData("10 min read", "10  ")]
    [InlineData("minutes read", "minutes  ")]
    [InlineData("nothing", "nothing")]
    [InlineData("", "")]
    public void Replaces_phrases(string text, string expected) =>
        Assert.Equal(expected, new PhraseSet(["min read", "read"]).Replace(text, ' '));

    [Fact]
    public void Finds_nothing_without_phrases() => Assert.Equal("", Found(new([]), "any text"));

    [Fact]
    public void Agrees_with_a_regular_expression_of_the_same_words()
    {
        string[] phrases = ["a", "ab", "ab ba", "b", "bab", "aab b"];
        var set = new PhraseSet(phrases);
        var expression = new Regex($@"\b(?:{string.Join('|', phrases.OrderByDescending(phrase => phrase.Length))})\b");

        Gen.String[Gen.Char["aab b_,"], 0, 12].Sample(text =>
            Assert.Equal(expression.Matches(text).Select(match => (match.Index, match.Index + match.Length)), set.In(text)));
    }

    private static string Found(PhraseSet set, string text) =>
        string.Join('|', set.In(text).Select(phrase => text[phrase.Begin..phrase.End]));
}

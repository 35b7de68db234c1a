using Indexer.Dates;

namespace NewsSearch.Tests.Dates;

public sealed class LabelledDateTests
{
    [Theory]
    [InlineData("Updated 11:40 a.m. ET, Wed September 5, 2018 | Originally published 25 July 2018",
        "Changed 2018-09-05, FirstPublished 2018-07-25")]
    [InlineData("Published 25 July 2018, last updated 5 September 2018", "Published 2018-07-25, Changed 2018-09-05")]
    [InlineData("Publié le 25 juillet 2018 à 08:00, mis à jour le 5 septembre 2018 à 11:40", "Published 2018-07-25, Changed 2018-09-05")]
    [InlineData("Letzte Änderung: 31.10.2023 - 14:49:39 Erschienen am: 01.11.2023", "Changed 2023-10-31, Published 2023-11-01")]
    [InlineData("入力 2018年7月25日 最終更新 2018年9月5日", "None 2018-07-25, Changed 2018-09-05")]
    [InlineData("2018年9月5日更新 2018年7月25日公開", "Changed 2018-09-05, Published 2018-07-25")]
    [InlineData("Das wurde am 18. November 2019 um 23:03 Uhr eingestellt", "Published 2019-11-18")]
    [InlineData("Das wurde am 18. November 2019 um 23:03 Uhr geändert", "Changed 2019-11-18")]
    [InlineData("3 June 2023 to 5 June 2023", "Other 2023-06-03, Other 2023-06-05")]
    [InlineData("Edited by Nils Arden, 3 June 2023", "None 2023-06-03")]
    [InlineData("Ostmere, 3 June 2023", "None 2023-06-03")]
    [InlineData("June 2023", "")]
    public void The_words_around_a_date_say_what_it_is(string text, string expected) =>
        Assert.Equal(expected,
            string.Join(", ",
            LabelledDate.Of(text, default)
            .Select(date => FormattableString.Invariant($"{date.Label} {date.Reading.Date.FirstDay:yyyy-MM-dd}"))));

    [Theory]
    [InlineData("By Nils Arden, 20 May 2023", true)]
    [InlineData("dpa am 25.01.2022", true)]
    [InlineData("Ostmere Courier • 02.02.2022 • 14:05 Uhr", true)]
    [InlineData("16.10.2019 betrifft: Ferries", true)]
    [InlineData("The fair opens on 3 June 2023.", false)]
    [InlineData("The festival runs from 3 June 2023 on", false)]
    [InlineData("Der nächste Stammtisch findet am 5. Februar 2020 statt", false)]
    [InlineData("No date at all", false)]
    public void A_sentence_that_speaks_of_a_day_is_no_line_of_a_date(string text, bool expected) =>
        Assert.Equal(expected, LabelledDate.IsDateLine(text, default));
}

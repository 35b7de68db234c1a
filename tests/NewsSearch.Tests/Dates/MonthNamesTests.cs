using Enrichment.WordTables;
using Indexer.Dates;

namespace NewsSearch.Tests.Dates;

public sealed class MonthNamesTests
{
    public static TheoryData<string, int> AllNames => Names("months.tsv");

    [Theory]
    [InlineData("January", 1)]
    [InlineData("JAN", 1)]
    [InlineData("Jan.", 1)]
    [InlineData("märz", 3)]
    [InlineData("maart", 3)]
    [InlineData("févr.", 2)]
    [InlineData("août", 8)]
    [InlineData("septiembre", 9)]
    [InlineData("settembre", 9)]
    [InlineData("kesäkuuta", 6)]
    [InlineData("października", 10)]
    [InlineData("листопада", 11)]
    [InlineData("ağustos", 8)]
    [InlineData("μαΐου", 5)]
    [InlineData("أغسطس", 8)]
    [InlineData("नवंबर", 11)]
    [InlineData("มี.ค", 3)]
    [InlineData("nopember", 11)]
    public void Knows_names_in_many_languages(string name, int month) => Assert.Equal(month, MonthNames.NumberOf(name));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("Monday")]
    [InlineData("janvie")]
    [InlineData("13")]
    public void Gives_zero_for_other_words(string word) => Assert.Equal(0, MonthNames.NumberOf(word));

    [Fact]
    public void Knows_a_name_with_accents_as_separate_characters() => Assert.Equal(3, MonthNames.NumberOf("ma\u0308rz"));

    [Theory]
    [InlineData("listopad", 11)]
    [InlineData("mac", 3)]
    [InlineData("agu", 8)]
    public void Decides_names_that_languages_share(string name, int month) => Assert.Equal(month, MonthNames.NumberOf(name));

    [Theory]
    [InlineData("listopada", "hr", 10)]
    [InlineData("listopada", "hr-HR", 10)]
    [InlineData("listopada", "pl", 11)]
    [InlineData("listopadu", "cs", 11)]
    [InlineData("studenoga", "hr", 11)]
    public void Decides_shared_names_by_the_language(string name, string language, int month) =>
        Assert.Equal(month, MonthNames.NumberOf(name, new DateContext(language)));

    [Theory]
    [InlineData("فروردین", 1)]
    [InlineData("فروردين", 1)]
    [InlineData("اسفند", 12)]
    [InlineData("January", 0)]
    public void Knows_the_solar_Hijri_months(string name, int month) => Assert.Equal(month, MonthNames.SolarHijriNumberOf(name));

    [Theory]
    [InlineData("3 كانون الثاني 2019", "3 يناير 2019")]
    [InlineData("3 كانون الأول 2019", "3 ديسمبر 2019")]
    [InlineData("3 كانون الاول 2019", "3 ديسمبر 2019")]
    [InlineData("3 تشرين الأول 2019", "3 أكتوبر 2019")]
    [InlineData("3 تشرين الثاني 2019", "3 نوفمبر 2019")]
    [InlineData("3 January 2019", "3 January 2019")]
    public void Replaces_Levantine_names_of_two_words(string text, string expected) =>
        Assert.Equal(expected, MonthNames.ReplaceTwoWordNames(text));

    [Theory]
    [MemberData(nameof(AllNames))]
    public void Reads_each_name_of_the_table_as_its_month_or_that_of_an_earlier_row(string name, int month)
    {
        var first = WordTable.Read(typeof(MonthNames), "months.tsv").Rows.First(row => row.Value.Split(' ').Contains(name));

        Assert.Equal(int.Parse(first.Key, System.Globalization.CultureInfo.InvariantCulture), MonthNames.NumberOf(name));
        Assert.InRange(month, 1, 12);
    }

    private static TheoryData<string, int> Names(string table)
    {
        var data = new TheoryData<string, int>();
        foreach (var row in WordTable.Read(typeof(MonthNames), table).Rows.DistinctBy(row => row.Value.Split(' ')[0]))
            data.Add(row.Value.Split(' ')[0], int.Parse(row.Key, System.Globalization.CultureInfo.InvariantCulture));
        return data;
    }
}

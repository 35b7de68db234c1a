using Indexer.Authors;

namespace NewsSearch.Tests.Authors;

public sealed class ByLineTests
{
    [Theory]
    [InlineData("By Paulo Santalucia and Frances d'Emilio, AP", "Paulo Santalucia|Frances d'Emilio")]
    [InlineData("by: Jane Doe", "Jane Doe")]
    [InlineData("Written by Jane Doe", "Jane Doe")]
    [InlineData("Von Jane Doe und John Roe", "Jane Doe|John Roe")]
    [InlineData("Jane Doe; John Roe & Ann Poe", "Jane Doe|John Roe|Ann Poe")]
    [InlineData("By JANE DOE=", "JANE DOE")]
    [InlineData("By The Associated Press", "")]
    [InlineData("By Jane Doe, AP Science Writer", "Jane Doe")]
    [InlineData("Jane Doe and Jane Doe", "Jane Doe")]
    [InlineData("1, 2", "")]
    [InlineData("", "")]
    public void Names_are_what_is_left_without_words_and_agencies(string byline, string expected) =>
        Assert.Equal(expected, string.Join('|', ByLine.Names(byline)));

    [Theory]
    [InlineData("Nils Arden and Runa Feld", "Nils Arden|Runa Feld")]
    [InlineData("Nils Arden, Runa Feld", "Nils Arden|Runa Feld")]
    [InlineData("Bill and Melinda Gates", "Bill and Melinda Gates")]
    [InlineData("Marks and Spencer", "Marks and Spencer")]
    [InlineData("Jane Doe", "Jane Doe")]
    public void People_are_several_only_if_each_is_a_whole_name(string author, string expected) =>
        Assert.Equal(expected, string.Join('|', ByLine.People(author)));

    [Theory]
    [InlineData("Smith, John A.", true)]
    [InlineData("de Gaulle, Charles", true)]
    [InlineData("O'Neil, Pat", true)]
    [InlineData("John Smith, Jane Doe", false)]
    [InlineData("Smith, Reuters", false)]
    [InlineData("Jane Doe", false)]
    [InlineData("Smith, John, Jr.", false)]
    public void An_inverted_name_has_the_family_name_first(string author, bool expected) =>
        Assert.Equal(expected, ByLine.IsInverted(author));

    [Theory]
    [InlineData("By Jane Doe", true)]
    [InlineData("Reported by Jane Doe", true)]
    [InlineData("von Trapp", false)]
    [InlineData("Byron", false)]
    public void Only_English_bylines_are_told_from_names(string text, bool expected) => Assert.Equal(expected, ByLine.Is(text));
}

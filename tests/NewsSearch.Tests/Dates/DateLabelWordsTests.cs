using Indexer.Dates;

namespace NewsSearch.Tests.Dates;

public sealed class DateLabelWordsTests
{
    [Theory]
    [InlineData("First published: ", 15)]
    [InlineData("Zuerst erschienen am ", 17)]
    [InlineData("Published: ", -1)]
    [InlineData("", -1)]
    public void Finds_labels_of_a_first_publication(string text, int end) =>
        Assert.Equal(end, DateLabelWords.FirstPublished.EndOfLast(text));

    [Theory]
    [InlineData("Published on ", 9)]
    [InlineData("published, then republished ", 27)]
    [InlineData("Date: ", 5)]
    [InlineData("Event date: ", -1)]
    [InlineData("closing-date: ", -1)]
    [InlineData("Update: ", -1)]
    [InlineData("Publishedly ", -1)]
    [InlineData("公開日 ", 2)]
    public void Finds_labels_of_a_publication(string text, int end) => Assert.Equal(end, DateLabelWords.Published.EndOfLast(text));

    [Theory]
    [InlineData("Last updated ", 12)]
    [InlineData("Aktualisiert am ", 12)]
    [InlineData("Edited on ", 6)]
    [InlineData("Edited by Jane ", -1)]
    [InlineData("Stand: ", 7)]
    [InlineData("Stand vom ", 10)]
    [InlineData("Stand der Dinge ", -1)]
    [InlineData("最終更新 ", 4)]
    public void Finds_labels_of_a_change(string text, int end) => Assert.Equal(end, DateLabelWords.Changed.EndOfLast(text));

    [Theory]
    [InlineData("Born ", 4)]
    [InlineData("© ", 1)]
    [InlineData("(c) ", 3)]
    [InlineData("geboren am ", 7)]
    [InlineData("consulté le ", 11)]
    [InlineData("stubborn ", -1)]
    public void Finds_labels_of_other_dates(string text, int end) => Assert.Equal(end, DateLabelWords.Other.EndOfLast(text));

    [Theory]
    [InlineData("eingestellt und veröffentlicht", 11)]
    [InlineData("Datum: heute, erschienen", 6)]
    [InlineData("heute", -1)]
    public void Finds_the_first_label(string text, int end) => Assert.Equal(end, DateLabelWords.Published.EndOfFirst(text));
}

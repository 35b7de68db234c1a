using NewsIndex.Analysis;
using NewsIndex.Positions;

namespace NewsSearch.Tests.Positions;

public sealed class TextBreaksTests
{
    /// <summary>Each kind's positions; words are numbered from 0.</summary>
    [Theory]
    [InlineData("Oil fell. Gas rose.", "0 2", "0", "")]
    [InlineData("Oil fell\n\nGas rose", "0 2", "0 2", "")]
    [InlineData("Mr. Baker left. He slept.", "0 3", "0", "")]
    [InlineData("U.S. exports fell", "0", "0", "")]
    [InlineData("He said \"oil fell\" today", "0", "0", "2 4")]
    [InlineData("He said “oil fell” today", "0", "0", "2 4")]
    [InlineData("Hij zei „olie daalt” gisteren", "0", "0", "2 4")]
    [InlineData("Il dit «le pétrole baisse» hier", "0", "0", "2 5")]
    [InlineData("Er sagte „Öl fällt“ und ging heim", "0", "0", "2 4")]
    [InlineData("Er sagte „Öl fällt\" und ging heim", "0", "0", "2 4")]
    [InlineData("Er sagte „Öl“ und „Gas“ heute", "0", "0", "2 3 4 5")]
    [InlineData("Er sagte: »Öl fällt« und ging heim", "0", "0", "2 4")]
    [InlineData("Han sa: ”Oljan faller” och gick hem", "0", "0", "2 4")]
    [InlineData("Han sa: »Oljan faller» och gick hem", "0", "0", "2 4")]
    [InlineData("Il dit « le pétrole baisse » hier", "0", "0", "2 5")]
    [InlineData("Il dit «\u00A0le pétrole baisse\u00A0» hier", "0", "0", "2 5")]
    [InlineData("Powiedział „ropa spada” i wyszedł", "0", "0", "1 3")]
    [InlineData("Oil » fell “today” again", "0", "0", "2 3")]
    [InlineData("\"Oil fell\" \"Gas rose\"", "0", "0", "0 2 2 4")]
    [InlineData("\"Oil fell\n\nGas rose", "0 2", "0 2", "0 2")]
    [InlineData("\"Oil fell", "0", "0", "0 2")]
    [InlineData("“Oil “fell” today", "0", "0", "0 2")]
    [InlineData("Oil” fell", "0", "0", "")]
    [InlineData("price volume change", "0", "0", "")]
    [InlineData("He said: \"Oil fell. Gas rose.\" Then he left.", "0 4 6", "0", "2 6")]
    [InlineData("", "", "", "")]
    public void Breaks_stand_at_the_first_word_behind_them(string text, string sentences, string paragraphs, string quotations)
    {
        var breaks = new TextBreaks();
        breaks.Add(text, WordsOf(text, 0));
        Assert.Equal(sentences, Shown(breaks, BreakKind.Sentence));
        Assert.Equal(paragraphs, Shown(breaks, BreakKind.Paragraph));
        Assert.Equal(quotations, Shown(breaks, BreakKind.Quotation));
    }

    [Fact]
    public void A_second_text_begins_a_sentence_and_a_paragraph_of_its_own()
    {
        var breaks = new TextBreaks();
        breaks.Add("Oil prices", WordsOf("Oil prices", 0));
        breaks.Add("They fell", WordsOf("They fell", TextFields.BodyPosition));
        Assert.Equal($"0 {TextFields.BodyPosition}", Shown(breaks, BreakKind.Sentence));
        Assert.Equal($"0 {TextFields.BodyPosition}", Shown(breaks, BreakKind.Paragraph));
    }

    [Fact]
    public void A_quotation_of_the_first_text_does_not_go_on_in_the_second()
    {
        var breaks = new TextBreaks();
        breaks.Add("\"Oil fell", WordsOf("\"Oil fell", 0));
        breaks.Add("He left", WordsOf("He left", TextFields.BodyPosition));
        Assert.Equal("0 2", Shown(breaks, BreakKind.Quotation));
    }

    [Fact]
    public void Positions_never_go_back_where_words_are_swapped()
    {
        var breaks = new TextBreaks();
        breaks.Add("Oil fell. Gas rose.", [(0, 0), (4, 2), (10, 1), (14, 3)]);
        var positions = breaks.Found.Select(each => each.Position).ToList();
        Assert.Equal(positions.Order(), positions);
    }

    private static List<(int Start, int Position)> WordsOf(string text, int first) =>
        [.. NewsAnalyzer.Instance.Analyse(TextFields.Exact, "", text).Select(word => (word.Start, word.Position + first))];

    private static string Shown(TextBreaks breaks, BreakKind kind) =>
        string.Join(' ', breaks.Found.Where(each => each.Kind == kind).Select(each => each.Position));
}

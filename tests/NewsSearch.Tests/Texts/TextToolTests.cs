using Indexer.Texts;

namespace NewsSearch.Tests.Texts;

/// <summary>Single classes of the text tools, one table each.</summary>
public sealed class TextToolTests
{
    [Theory]
    [InlineData("a\u00ADb", "ab")]
    [InlineData("a\u200Bb\u2060c\uFEFF", "abc")]
    [InlineData("\u0093quoted\u0094 \u0096 \u0080", "“quoted” – €")]
    [InlineData("\u0081x", "x")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("क्\u200Dष", "क्\u200Dष")]
    [InlineData("tab\tand\nline", "tab\tand\nline")]
    public void Readable_text_has_no_invisible_characters(string text, string expected) => Assert.Equal(expected, ReadableText.Of(text));

    [Fact]
    public void Readable_text_that_needs_no_change_is_the_same_object()
    {
        var text = new string('a', 100);
        Assert.Same(text, ReadableText.Of(text));
    }

    [Theory]
    [InlineData("  Fog \n closes\tport ", "Fog closes port")]
    [InlineData("Fish &amp; chips", "Fish & chips")]
    [InlineData("Fish &amp;amp; chips", "Fish & chips")]
    [InlineData("&amp;amp;amp;amp;", "&amp;")]
    [InlineData("&#xD83D;&#xDE00;", "\U0001F600")]
    [InlineData("har\u00ADbour", "harbour")]
    [InlineData("R&D", "R&D")]
    [InlineData("\u00A0", "")]
    public void A_clean_text_is_one_line_without_references(string text, string expected) => Assert.Equal(expected, PageText.Clean(text));

    [Theory]
    [InlineData("[caption id=\"1\"]A ship[/caption]", "A ship")]
    [InlineData("[gallery ids='1,2' /]", "")]
    [InlineData("[embed]https://e.example[/embed]", "https://e.example")]
    [InlineData("a {{< img src=\"x\" >}} b", "a  b")]
    [InlineData("a {{% note %}}b{{% /note %}}", "a b")]
    [InlineData("a {% include x.html %} b", "a  b")]
    [InlineData("[the link]({{< ref \"x\" >}})", "[the link](#)")]
    [InlineData("[a link](https://e.example)", "[a link](https://e.example)")]
    [InlineData("[Editor's note]", "[Editor's note]")]
    [InlineData("{{ .Title }}", "{{ .Title }}")]
    public void Shortcodes_go_and_leave_what_they_enclose(string text, string expected) => Assert.Equal(expected, Shortcodes.Remove(text));

    [Theory]
    [InlineData("&#xD83D;&#xDE00;", "\U0001F600")]
    [InlineData("&#55357;&#56832;", "\U0001F600")]
    [InlineData("&#x00D83D;&#x0DE00;", "\U0001F600")]
    [InlineData("&#xDE00;&#xD83D;", "&#xDE00;&#xD83D;")]
    [InlineData("&#xD83D; &#xDE00;", "&#xD83D; &#xDE00;")]
    [InlineData("&#233;&#x2019;", "&#233;&#x2019;")]
    [InlineData("none", "none")]
    public void Two_surrogate_references_are_one_character(string markup, string expected) =>
        Assert.Equal(expected, SurrogateReferences.Join(markup));

    [Theory]
    [InlineData("233", 233)]
    [InlineData("xE9", 233)]
    [InlineData("X2019", 0x2019)]
    [InlineData("99999999999", int.MaxValue)]
    [InlineData("xFFFFFFFF", int.MaxValue)]
    public void The_number_of_a_reference_is_decimal_or_hexadecimal(string digits, int expected) =>
        Assert.Equal(expected, SurrogateReferences.Number(digits));

    [Fact]
    public void Columns_that_stand_side_by_side_are_put_one_below_the_other()
    {
        string[] left = ["The harbour was closed on", "Friday after a ship went", "aground in thick fog near", "the old pier. Nobody was",
            "hurt, the port has said. "];
        string[] right = ["The keeper of the light", "retires after forty years", "of service on the island", "and moves to the mainland",
            "with his two grey cats."];
        var text = string.Join('\n', left.Zip(right, (a, b) => $"{a,-26}    {b}"));
        var lines = TextColumns.Of(text)!.Split('\n').Select(line => line.Trim());
        Assert.Equal([.. left.Select(line => line.Trim()), .. right], lines);
    }

    [Theory]
    [InlineData("One column of text\nthat goes on\nfor some lines\nand then\nit ends here\nat last")]
    [
        InlineData(
            "Name                    1,234\nName                    5,678\nName                    9,012\nName                    3\n"
            + "Name                    4")]
    [InlineData("Short     a\nShort     b\nShort     c\nShort     d\nShort     e")]
    [InlineData("The harbour was closed    The keeper of the light\nFriday after a ship       retires after forty years")]
    public void Tables_lists_and_single_columns_are_left_alone(string text) => Assert.Null(TextColumns.Of(text));

    [Theory]
    [InlineData("  two blanks", true)]
    [InlineData("\ta tab", true)]
    [InlineData("\u3000\u3000ideographic blanks", true)]
    [InlineData(" one blank", false)]
    [InlineData("none", false)]
    [InlineData("    ", false)]
    public void A_first_line_is_indented_by_two_blanks(string line, bool expected) =>
        Assert.Equal(expected, ParagraphIndents.IsIndented(line));

    [Theory]
    [InlineData("one\ntwo", "one\n\ntwo")]
    [InlineData("one\nmore\n\ntwo", "one more\n\ntwo")]
    [InlineData("\n\none\n\n\n\ntwo\n\n", "one\n\ntwo")]
    [InlineData("  one \t line  ", "one line")]
    [InlineData("a\u0000b\u200B", "ab")]
    [InlineData("", "")]
    public void Paragraphs_are_parted_by_empty_lines_or_else_by_lines(string text, string expected) =>
        Assert.Equal(expected, PlainText.Paragraphs(text));

    [Theory]
    [InlineData("one\ntwo", "one two")]
    [InlineData("one\n\ntwo\nthree", "one\n\ntwo three")]
    public void Lines_of_a_teleprinter_are_joined(string text, string expected) => Assert.Equal(expected, PlainText.OfTeleprinter(text));
}

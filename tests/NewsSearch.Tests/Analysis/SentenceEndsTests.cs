using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

public sealed class SentenceEndsTests
{
    [Theory]
    [InlineData("It rained. Then it stopped.", "It rained.| Then it stopped.")]
    [InlineData("Who came? Nobody! Really…", "Who came?| Nobody!| Really…")]
    [InlineData("\"It is over.\" He left.", "\"It is over.\"| He left.")]
    [InlineData("(It rained.) He left.", "(It rained.)| He left.")]
    [InlineData("Mr. Smith met Gov. Jones.", "Mr. Smith met Gov. Jones.")]
    [InlineData("The U.S. economy grew.", "The U.S. economy grew.")]
    [InlineData("J. Baker spoke.", "J. Baker spoke.")]
    [InlineData("Prices rose 1.5 per cent. Wages fell.", "Prices rose 1.5 per cent.| Wages fell.")]
    [InlineData("He said so. then left.", "He said so. then left.")]
    [InlineData("Visit example.com today.", "Visit example.com today.")]
    [InlineData("雨が降った。風も吹いた。", "雨が降った。|風も吹いた。")]
    [InlineData("A headline\n\nThe text.", "A headline|\n\nThe text.")]
    [InlineData("One line\nand its end.", "One line\nand its end.")]
    [InlineData("", "")]
    public void Sentences_end_by_their_punctuation(string text, string parted) => Assert.Equal(parted, Parted(text));

    [Theory]
    [InlineData("a\n\nb", 1, true)]
    [InlineData("a\n\nb", 2, false)]
    [InlineData("a\nb", 1, false)]
    [InlineData("a\n", 1, false)]
    public void A_paragraph_ends_with_an_empty_line(string text, int at, bool ends) =>
        Assert.Equal(ends, SentenceEnds.IsParagraphEnd(text, at));

    private static string Parted(string text)
    {
        var sentences = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            // A line end belongs to the next sentence: at it, look on from the character after.
            var end = SentenceEnds.After(text, text[start] == '\n' ? Math.Min(start + 2, text.Length) : start);
            sentences.Add(text[start..end]);
            start = end;
        }

        return string.Join('|', sentences);
    }
}

using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

public sealed class WordSignsTests
{
    [Theory]
    [InlineData("C++, C", "C", "", "++")]
    [InlineData("C#", "C", "", "#")]
    [InlineData("use C++/C# here", "C", "", "++")]
    [InlineData("the #MeToo tag", "MeToo", "#", "")]
    [InlineData("the \uFF03MeToo tag", "MeToo", "#", "")]
    [InlineData("by @user.", "user", "@", "")]
    [InlineData("AT&T", "AT", "", "&")]
    [InlineData("AT & T", "AT", "", "&")]
    [InlineData("AT&T", "T", "&", "")]
    [InlineData("cost $5 now", "5", "$", "")]
    [InlineData("up 50%.", "50", "", "%")]
    [InlineData("on .NET now", "NET", ".", "")]
    [InlineData("well-being", "well", "", "-")]
    [InlineData("Paris\u2013Dakar", "Dakar", "-", "")]
    [InlineData("storm - coast", "storm", "", "")]
    [InlineData("end. Then", "Then", "", "")]
    [InlineData("...and", "and", "", "")]
    [InlineData("(storm), \"coast\"", "storm", "", "")]
    [InlineData("9/11", "9", "", "/")]
    [InlineData("one ---------------", "one", "", "")]
    [InlineData("one ++++++++++++++", "one", "", "")]
    [InlineData("one++++++++++++++", "one", "", "")]
    public void Finds_the_signs_beside_a_word(string text, string word, string before, string behind)
    {
        var start = word == "T" ? text.LastIndexOf(word, StringComparison.Ordinal) : text.IndexOf(word, StringComparison.Ordinal);
        Assert.Equal((before, behind), (WordSigns.Before(text, start), WordSigns.Behind(text, start + word.Length)));
    }

    [Theory]
    [InlineData("C", "", "++", "C", "", "++", true)]
    [InlineData("C", "", "++", "C", "", "#", false)]
    [InlineData("C", "", "++", "C", "", "", false)]
    [InlineData("C", "", "", "C", "", "++", true)]
    [InlineData("MeToo", "#", "", "MeToo", "#", "", true)]
    [InlineData("MeToo", "#", "", "metoo", "#", "", false)]
    [InlineData("metoo", "#", "", "MeToo", "#", "", false)]
    [InlineData("abcdefghI", "\u20AC", "%", "abcdefghI", "\u20AC", "%", true)]
    [InlineData("abcdefghI", "", "", "abcdefghI", "\u20AC", "%", true)]
    [InlineData("abcdefghI", "", "", "abcdefghi", "\u20AC", "%", false)]
    public void A_place_is_accepted_when_it_is_written_so(string asked, string before, string behind, string word, string wordBefore,
        string wordBehind, bool accepted)
    {
        var form = new WrittenForm(LetterCase.Of(asked) ?? LetterCase.Small, before, behind);
        Assert.Equal(accepted, form.Accepts(WrittenForm.ToPayload(LetterCase.Of(word), wordBefore, wordBehind)));
    }
}

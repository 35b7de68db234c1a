using Recognition.Text;

namespace NewsSearch.Tests.Recognition.Text;

public sealed class AbbreviationsTests
{
    [Theory]
    [InlineData("Gen", true, true)]
    [InlineData("GEN", true, true)]
    [InlineData("no", true, true)]
    [InlineData("Inc", false, true)]
    [InlineData("m.b.a", false, true)]
    [InlineData("Sept", false, true)]
    [InlineData("word", false, false)]
    [InlineData("Gen.", false, false)]
    [InlineData("", false, false)]
    [InlineData("abcdefghijklmnopqrstuvwxyz", false, false)]
    public void Knows_abbreviations_in_any_case_and_which_of_them_precede_names(string word, bool beforeName, bool known)
    {
        Assert.Equal(beforeName, Abbreviations.IsBeforeName(word));
        Assert.Equal(known, Abbreviations.IsKnown(word));
    }
}

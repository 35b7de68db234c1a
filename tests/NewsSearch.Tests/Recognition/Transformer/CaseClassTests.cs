using Recognition.Transformer;

namespace NewsSearch.Tests.Recognition.Transformer;

public sealed class CaseClassTests
{
    [Theory]
    [InlineData("", CaseClass.NoLetterOrDigit)]
    [InlineData("--", CaseClass.NoLetterOrDigit)]
    [InlineData("😀", CaseClass.NoLetterOrDigit)]
    [InlineData("1987", CaseClass.Digits)]
    [InlineData("3.5", CaseClass.Digits)]
    [InlineData("smith", CaseClass.LowerCase)]
    [InlineData("3rd", CaseClass.LowerCase)]
    [InlineData("USA", CaseClass.AllCapitals)]
    [InlineData("U.S.", CaseClass.AllCapitals)]
    [InlineData("G7", CaseClass.AllCapitals)]
    [InlineData("A", CaseClass.SingleCapital)]
    [InlineData("Smith", CaseClass.Capitalised)]
    [InlineData("Élan", CaseClass.Capitalised)]
    [InlineData("McKinley", CaseClass.CapitalisedMixed)]
    [InlineData("O'Neill", CaseClass.CapitalisedMixed)]
    [InlineData("Jae-myung", CaseClass.CapitalisedMixed)]
    [InlineData("iPhone", CaseClass.Other)]
    [InlineData("北京", CaseClass.Other)]
    // Outside the basic plane: a capital and a small letter of Deseret.
    [InlineData("\U00010400\U00010428", CaseClass.Capitalised)]
    public void Classifies_a_word_as_the_network_was_trained(string word, int expected) => Assert.Equal(expected, CaseClass.Of(word));
}

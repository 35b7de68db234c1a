using Recognition.Text;

namespace NewsSearch.Tests.Recognition.Text;

public sealed class ArabicArticleTests
{
    [Theory]
    [InlineData("al-Assad", "Assad")]
    [InlineData("Al-Assad", "Assad")]
    [InlineData("AL-ASSAD", "ASSAD")]
    [InlineData("el-Sisi", "Sisi")]
    [InlineData("El-Sisi", "Sisi")]
    [InlineData("al-assad", "al-assad")]
    [InlineData("al-", "al-")]
    [InlineData("ul-Haq", "ul-Haq")]
    [InlineData("Almodovar", "Almodovar")]
    [InlineData("Al", "Al")]
    [InlineData("", "")]
    public void Is_removed_from_surnames_only(string word, string expected) => Assert.Equal(expected, ArabicArticle.Without(word));
}

namespace Recognition.Text;

/// <summary>The Arabic article in surnames such as al-Assad and el-Sisi, which texts include or omit at will.</summary>
internal static class ArabicArticle
{
    private const int Length = 3;

    /// <summary>Removes the article: "Assad" for "al-Assad", "Al-Assad" and "AL-Assad". Returns other words unchanged.</summary>
    public static string Without(string word)
    {
        var hasArticle = word.Length > Length && word[0] is 'a' or 'A' or 'e' or 'E' && word[1] is 'l' or 'L' && word[2] == '-';
        return hasArticle && char.IsUpper(word[Length]) ? word[Length..] : word;
    }
}

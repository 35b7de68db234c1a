namespace Recognition.Text;

/// <summary>The article of names such as al-Assad and el-Sisi, which texts put or leave out as they like.</summary>
internal static class ArabicArticle
{
    private const int Length = 3;

    /// <summary>"Assad" of "al-Assad", "Al-Assad" and "AL-ASSAD" in the case they have; other words as they are.</summary>
    public static string Without(string word) =>
        word.Length > Length && word[2] == '-' && word[0] is 'a' or 'A' or 'e' or 'E' && word[1] is 'l' or 'L' && char.IsUpper(word[Length])
            ? word[Length..]
            : word;
}

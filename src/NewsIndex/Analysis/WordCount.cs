namespace NewsIndex.Analysis;

/// <summary>Counts words for frequencies per million: runs of letters and digits, joined by apostrophes and hyphens.</summary>
internal static class WordCount
{
    public static int Of(string text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in NormalisedText.Of(text))
        {
            var isWord = char.IsLetterOrDigit(c) || (inside && c is '\'' or '’' or '-');
            if (isWord && !inside)
                words++;
            inside = isWord;
        }

        return words;
    }
}

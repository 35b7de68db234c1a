namespace NewsIndex.Analysis;

/// <summary>How many words a text has, for figures per million of them: runs of letters and figures.</summary>
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

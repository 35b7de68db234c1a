namespace Recognition.Text;

/// <summary>
/// Cuts a text into tokens. What names are made of stays whole: initials (<c>J.</c>), dotted acronyms (<c>U.N.</c>), abbreviations
/// (<c>Gen.</c>, <c>Inc.</c>), hyphens (<c>Jae-myung</c>) and apostrophes (<c>O'Neill</c>).
/// </summary>
internal static class TokenCutter
{
    /// <summary>Signs that are cut off the front and the back of a word, one token each.</summary>
    private const string Signs = "()[]{}<>\"“”„«»‘`,;:!?…|—–*•";

    /// <summary>Parts of a word after an apostrophe that are words of their own.</summary>
    private static readonly string[] Clitics = ["s", "d", "m", "ll", "re", "ve"];

    /// <summary>Adds the tokens of <paramref name="text"/> between two offsets.</summary>
    public static void Cut(string text, int start, int end, List<Token> tokens)
    {
        while (start < end)
        {
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
            var next = start;
            while (next < end && !char.IsWhiteSpace(text[next]))
                next++;
            if (next > start)
                CutChunk(text, start, next, tokens);
            start = next;
        }
    }

    /// <summary>Cuts what stands between two spaces.</summary>
    private static void CutChunk(string text, int start, int end, List<Token> tokens)
    {
        while (start < end && IsOpening(text, start, end))
            start = AddSign(text, start, end, tokens);
        if (start == end)
            return;

        var inner = InnerBreak(text, start, end);
        if (inner > start)
        {
            CutWord(text, start, inner, tokens);
            var after = char.IsLetter(text[inner]) ? inner : AddSign(text, inner, end, tokens);
            if (after < end)
                CutChunk(text, after, end, tokens);
            return;
        }

        CutWord(text, start, end, tokens);
    }

    /// <summary>A word with what is glued to its end: signs, a full stop that is not its own, clitics.</summary>
    private static void CutWord(string text, int start, int end, List<Token> tokens)
    {
        var wordEnd = end;
        while (wordEnd > start && IsClosing(text, start, wordEnd))
            wordEnd--;
        if (wordEnd > start)
            AddParts(text, start, wordEnd, tokens);
        for (var i = wordEnd; i < end;)
            i = AddSign(text, i, end, tokens);
    }

    private static void AddParts(string text, int start, int end, List<Token> tokens)
    {
        var word = text.AsSpan(start, end - start);
        if (word.Length > 3 && word[^2] is '\'' or '’' && word[^1] is 't' or 'T' && word[^3] is 'n' or 'N')
        {
            Add(text, start, end - 3, tokens);
            Add(text, end - 3, end, tokens);
            return;
        }

        var apostrophe = word.LastIndexOfAny('\'', '’');
        if (apostrophe > 0 && IsClitic(word[(apostrophe + 1)..]))
        {
            Add(text, start, start + apostrophe, tokens);
            Add(text, start + apostrophe, end, tokens);
            return;
        }

        Add(text, start, end, tokens);
    }

    private static bool IsClitic(ReadOnlySpan<char> after)
    {
        foreach (var clitic in Clitics)
        {
            if (after.Equals(clitic, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsOpening(string text, int at, int end)
    {
        var c = text[at];
        if (Signs.Contains(c, StringComparison.Ordinal) || c is '$' or '€' or '£' or '#' or '/' or '=' or '~')
            return true;
        // Quotation marks; 'tis and '90s keep theirs.
        if (c is '\'' or '’')
            return at + 1 < end && !char.IsDigit(text[at + 1]);
        return c is '-' or '.' && (at + 1 == end || !char.IsLetterOrDigit(text[at + 1]));
    }

    private static bool IsClosing(string text, int start, int end)
    {
        var c = text[end - 1];
        if (Signs.Contains(c, StringComparison.Ordinal) || c is '\'' or '’' or '%' or '-' or '/' or '=' or '®' or '™')
            return end - start > 1 || !char.IsLetterOrDigit(c);
        return c == '.' && !KeepsStop(text.AsSpan(start, end - 1 - start));
    }

    /// <summary>Whether a full stop after these letters belongs to them.</summary>
    private static bool KeepsStop(ReadOnlySpan<char> before)
    {
        if (before.Length == 0 || !char.IsLetter(before[^1]))
            return false;
        if (before.Length == 1)
            return char.IsUpper(before[0]);
        return (before[^2] == '.' && IsDottedAcronym(before)) || Abbreviations.IsKnown(before);
    }

    /// <summary><c>U.S</c>, <c>a.m</c>: single letters parted by full stops.</summary>
    private static bool IsDottedAcronym(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        }

        return word.Length % 2 == 1;
    }

    /// <summary>Where a sign parts two words without a space, as in <c>word—word</c>, <c>(CNN)Police</c> and <c>Smith,Jones</c>; or the end.</summary>
    private static int InnerBreak(string text, int start, int end)
    {
        // "Texaswww.example.com" is what is left of a line end between the two.
        var address = text.AsSpan(start, end - start).IndexOf("www.", StringComparison.Ordinal);
        if (address > 1 && char.IsLetter(text[start + address - 1]))
            return start + address;
        var isAddress = text.AsSpan(start, end - start).Contains("://", StringComparison.Ordinal) || text.AsSpan(start, end - start).Contains('@');
        if (isAddress)
            return start;
        for (var i = start + 1; i < end - 1; i++)
        {
            var c = text[i];
            if (c is '—' or '–' or '(' or ')' or '[' or ']' or '"' or '“' or '”' or ';' or '…' or '?' or '!' or '|')
                return i;
            if (c is ',' or ':' && !(char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1])))
                return i;
            if (c == '-' && text[i + 1] == '-')
                return i;
            // "Reuters.The": a full stop without the space after it.
            if (c == '.' && char.IsLower(text[i - 1]) && char.IsUpper(text[i + 1]) && i - start > 2)
                return i;
        }

        return start;
    }

    private static int AddSign(string text, int at, int end, List<Token> tokens)
    {
        var next = at + 1;
        if (text[at] is '.' or '-')
        {
            while (next < end && text[next] == text[at])
                next++;
        }
        else if (char.IsHighSurrogate(text[at]) && next < end)
        {
            next++;
        }

        Add(text, at, next, tokens);
        return next;
    }

    private static void Add(string text, int start, int end, List<Token> tokens) =>
        tokens.Add(new Token(text[start..end], start, end));
}

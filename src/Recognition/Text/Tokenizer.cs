namespace Recognition.Text;

/// <summary>
/// Splits a text into tokens. Parts of names stay whole: initials (<c>J.</c>), dotted acronyms (<c>U.N.</c>), abbreviations (<c>Gen.</c>,
/// <c>Inc.</c>), hyphenated words (<c>Jae-myung</c>) and words with an apostrophe (<c>O'Neill</c>). So do URLs and e-mail addresses.
/// </summary>
internal static class Tokenizer
{
    private const int MinLettersBeforeStop = 2;

    /// <summary>Punctuation that is split off at both ends of a word, one token a character.</summary>
    private const string Punctuation = "()[]{}<>\"“”„«»‘`,;:!?…|—–*•";

    /// <summary>Contractions that become tokens of their own, without the apostrophe; <c>n't</c> is handled apart.</summary>
    private static readonly string[] Clitics = ["s", "d", "m", "ll", "re", "ve"];

    /// <summary>Appends the tokens between two offsets of a text. Every character but white space is in exactly one token.</summary>
    public static void Tokenize(string text, int start, int end, List<Token> tokens)
    {
        while (start < end)
        {
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
            var next = start;
            while (next < end && !char.IsWhiteSpace(text[next]))
                next++;
            if (next > start)
                SplitChunk(text, start, next, tokens);
            start = next;
        }
    }

    /// <summary>Splits the characters between two runs of white space.</summary>
    private static void SplitChunk(string text, int start, int end, List<Token> tokens)
    {
        while (start < end && IsOpening(text, start, end))
            start = AddPunctuation(text, start, end, tokens);
        if (start == end)
            return;

        var inner = InnerBreak(text, start, end);
        if (inner > start)
        {
            SplitWord(text, start, inner, tokens);
            var after = char.IsLetter(text[inner]) ? inner : AddPunctuation(text, inner, end, tokens);
            if (after < end)
                SplitChunk(text, after, end, tokens);
            return;
        }

        SplitWord(text, start, end, tokens);
    }

    /// <summary>Splits punctuation, a full stop that does not belong to the word, and contractions off the end of a word.</summary>
    private static void SplitWord(string text, int start, int end, List<Token> tokens)
    {
        var wordEnd = end;
        while (wordEnd > start && IsClosing(text, start, wordEnd))
            wordEnd--;
        if (wordEnd > start)
            AddParts(text, start, wordEnd, tokens);
        for (var i = wordEnd; i < end;)
            i = AddPunctuation(text, i, end, tokens);
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
        if (Punctuation.Contains(c, StringComparison.Ordinal) || c is '$' or '€' or '£' or '#' or '/' or '=' or '~')
            return true;
        // An opening quotation mark, unless a year follows: '90s.
        if (c is '\'' or '’')
            return at + 1 < end && !char.IsDigit(text[at + 1]);
        return c is '-' or '.' && (at + 1 == end || !char.IsLetterOrDigit(text[at + 1]));
    }

    private static bool IsClosing(string text, int start, int end)
    {
        var c = text[end - 1];
        if (Punctuation.Contains(c, StringComparison.Ordinal) || c is '\'' or '’' or '%' or '-' or '/' or '=' or '®' or '™')
            return end - start > 1 || !char.IsLetterOrDigit(c);
        return c == '.' && !KeepsStop(text.AsSpan(start, end - 1 - start));
    }

    /// <summary>Returns whether a full stop belongs to the letters before it.</summary>
    private static bool KeepsStop(ReadOnlySpan<char> before)
    {
        if (before.Length == 0 || !char.IsLetter(before[^1]))
            return false;
        if (before.Length == 1)
            return char.IsUpper(before[0]);
        return (before[^2] == '.' && IsDottedAcronym(before)) || Abbreviations.IsKnown(before);
    }

    /// <summary>Returns whether a word is single letters with full stops between them: <c>U.S</c>, <c>a.m</c>.</summary>
    private static bool IsDottedAcronym(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        }

        return word.Length % 2 == 1;
    }

    /// <summary>
    /// Returns where punctuation separates two words without a space, as in <c>word—word</c>, <c>(CNN)Police</c> and <c>Smith,Jones</c>; or
    /// <paramref name="start"/> if it does not.
    /// </summary>
    private static int InnerBreak(string text, int start, int end)
    {
        // A lost line break joins a word and an address: "Texaswww.example.com".
        var address = text.AsSpan(start, end - start).IndexOf("www.", StringComparison.Ordinal);
        if (address > 1 && char.IsLetter(text[start + address - 1]))
            return start + address;
        var chunk = text.AsSpan(start, end - start);
        if (chunk.Contains("://", StringComparison.Ordinal) || chunk.Contains('@'))
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
            // A full stop without a space after it: "Reuters.The".
            if (c == '.' && char.IsLower(text[i - 1]) && char.IsUpper(text[i + 1]) && i - start > MinLettersBeforeStop)
                return i;
        }

        return start;
    }

    private static int AddPunctuation(string text, int at, int end, List<Token> tokens)
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

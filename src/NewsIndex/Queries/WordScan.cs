using System.Text;

namespace NewsIndex.Queries;

/// <summary>Collects the characters of a word, and what decides whether it is a pattern.</summary>
internal sealed class WordScan
{
    private readonly StringBuilder literal = new();
    private readonly StringBuilder pattern = new();
    private int inner;
    private int lastLetter;

    /// <summary>Number of characters so far, escapes resolved.</summary>
    public int Length => literal.Length;

    /// <summary>The characters without their escapes.</summary>
    public string Literal => literal.ToString();

    /// <summary>The characters with escapes in the form of <see cref="PatternText"/>.</summary>
    public string Pattern => pattern.ToString();

    public bool HasEscapes { get; private set; }

    /// <summary>True if there is a * or ? without an escape.</summary>
    public bool HasWildcards { get; private set; }

    /// <summary>True if the last character is a ! without an escape.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Number of question marks after the last letter.</summary>
    public int TrailingMarks { get; private set; }

    /// <summary>True if the only wildcards are question marks after the last letter, as at the end of a question.</summary>
    public bool IsQuestion => inner == 0 && TrailingMarks > 0 && lastLetter > 0;

    /// <summary>The characters up to the last letter.</summary>
    public string UpToLastLetter => literal.ToString(0, lastLetter);

    public void Add(char c)
    {
        HasWildcards |= c is '*' or '?';
        inner += c == '*' ? 1 : 0;
        TrailingMarks += c == '?' ? 1 : 0;
        IsCut = c == '!';
        // A backslash that ends the text has nothing to escape.
        Append(c, c == '\\' ? "\\\\" : c.ToString());
    }

    public void AddEscaped(char c)
    {
        HasEscapes = true;
        IsCut = false;
        Append(c, PatternText.Escaped(c));
    }

    private void Append(char c, string escaped)
    {
        literal.Append(c);
        pattern.Append(escaped);
        if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            (lastLetter, inner, TrailingMarks) = (literal.Length, inner + TrailingMarks, 0);
    }
}

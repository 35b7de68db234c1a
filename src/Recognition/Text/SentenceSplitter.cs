using System.Collections.Frozen;

namespace Recognition.Text;

/// <summary>
/// Splits a text into sentences of tokens. An empty line always ends a sentence; a full stop after an initial or a title never does.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>
    /// Maximum number of tokens of a sentence. Tables and lists without a full stop are cut here; only a name across the cut is lost.
    /// </summary>
    private const int MaxTokens = 200;

    /// <summary>Words that start a sentence if they follow an abbreviation with a capital.</summary>
    private static readonly FrozenSet<string> Starters = WordSet.Of(
        "The A An It He She They We I In On At But And However This That These Those There When After Before While If As For With His " +
        "Her Their Its Our You What Since Last Under According");

    /// <summary>Returns the sentences in order; none is empty. Offsets of tokens refer to <paramref name="text"/>.</summary>
    public static List<Token[]> Split(string text)
    {
        var sentences = new List<Token[]>();
        var tokens = new List<Token>();
        for (var start = 0; start < text.Length;)
        {
            var end = ParagraphEnd(text, start);
            tokens.Clear();
            Tokenizer.Tokenize(text, start, end, tokens);
            AddSentences(tokens, sentences);
            start = end;
            while (start < text.Length && text[start] is '\n' or '\r')
                start++;
        }

        return sentences;
    }

    private static int ParagraphEnd(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\n' && i + 1 < text.Length && text[i + 1] is '\n' or '\r')
                return i;
        }

        return text.Length;
    }

    private static void AddSentences(List<Token> tokens, List<Token[]> sentences)
    {
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!EndsSentence(tokens, i) && i - first + 1 < MaxTokens)
                continue;
            var last = i;
            while (last + 1 < tokens.Count && tokens[last + 1].Text is "\"" or "”" or "’" or "'" or ")" or "]")
                last++;
            Add(tokens, first, last + 1, sentences);
            i = last;
            first = last + 1;
        }

        Add(tokens, first, tokens.Count, sentences);
    }

    private static bool EndsSentence(List<Token> tokens, int i)
    {
        var token = tokens[i].Text;
        if (token is "!" or "?")
            return true;
        if (token[^1] != '.' || i + 1 == tokens.Count)
            return false;
        var next = tokens[i + 1].Text;
        if (token.Length == 1)
            return !char.IsLower(next[0]);
        if (token.All(c => c == '.'))
            return char.IsUpper(next[0]) && Starters.Contains(next);

        // An abbreviation.
        return token.Length > 2 && !Abbreviations.IsBeforeName(token.AsSpan(0, token.Length - 1)) && Starters.Contains(next);
    }

    private static void Add(List<Token> tokens, int first, int end, List<Token[]> sentences)
    {
        if (end > first)
            sentences.Add([.. tokens.Take(first..end)]);
    }
}

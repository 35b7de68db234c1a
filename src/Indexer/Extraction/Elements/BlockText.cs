using Indexer.Html;

namespace Indexer.Extraction.Elements;

/// <summary>Distinguishes sentences from labels.</summary>
internal static class BlockText
{
    /// <summary>Minimum length of text without an end of a sentence, in characters outside of links.</summary>
    private const int MinLength = 100;

    /// <summary>Minimum length of text that ends a sentence, in characters outside of links.</summary>
    private const int MinSentence = 25;

    /// <summary>Letters that a Chinese, Japanese or Korean character counts as.</summary>
    private const int LettersPerIdeograph = 3;

    /// <summary>
    /// Returns true for long text, or shorter text that ends like a sentence, that is not mostly links. Headings and captions never are.
    /// </summary>
    public static bool IsSentences(TextBlock block) =>
        block.Kind is not BlockKind.Heading and not BlockKind.Caption
        && (block.LinkDensity < 0.4
            || (block.LinkDensity < 0.75 && block.Text.Length - block.LinkLength >= 60 && EndsASentence(block.Text)))
        && (Length(block) >= MinLength || (Length(block) >= MinSentence * (1 - block.LinkDensity) && EndsASentence(block.Text)));

    private static int Length(TextBlock block)
    {
        var ideographs = block.Text.Count(c => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3');
        return block.Text.Length - block.LinkLength + (ideographs * (LettersPerIdeograph - 1));
    }

    /// <summary>
    /// Returns true for text that ends with a full stop or its like, in any script; closing quotes and brackets may follow.
    /// </summary>
    public static bool EndsASentence(string text)
    {
        var end = text.AsSpan().TrimEnd("\"'”’»)]“« ");
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or ':' or ';' or '。' or '！' or '？' or '।' or '؟';
    }
}

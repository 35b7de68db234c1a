using Indexer.Html;

namespace Indexer.Extraction.Elements;

/// <summary>Tells sentences from labels.</summary>
internal static class BlockText
{
    private const int LongEnough = 100;
    private const int ShortSentence = 25;

    /// <summary>A character of Chinese or Japanese says as much as three letters.</summary>
    private const int LettersInAnIdeograph = 3;

    /// <summary>Long running text, or a shorter one that ends as sentences do; not mostly links.</summary>
    public static bool IsSentences(TextBlock block) =>
        block.Kind is not BlockKind.Heading and not BlockKind.Caption
        && (block.LinkDensity < 0.4 || (block.LinkDensity < 0.75 && block.Text.Length - block.LinkLength >= 60 && EndsASentence(block.Text)))
        && (Length(block) >= LongEnough || (Length(block) >= ShortSentence * (1 - block.LinkDensity) && EndsASentence(block.Text)));

    private static int Length(TextBlock block)
    {
        var ideographs = block.Text.Count(c => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3');
        return block.Text.Length - block.LinkLength + (ideographs * (LettersInAnIdeograph - 1));
    }

    public static bool EndsASentence(string text)
    {
        var end = text.AsSpan().TrimEnd("\"'”’»)]“« ");
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or ':' or ';' or '。' or '！' or '？' or '।' or '؟';
    }
}

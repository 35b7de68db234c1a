using NewsIndex.Analysis;

using NewsIndex.Results;

namespace NewsSearch.Tests.Results;

/// <summary>Cuts passages character by character and keeps all of them until the best are chosen.</summary>
internal static class SimpleSnippets
{
    /// <summary>
    /// Sentences are joined up to about this many characters; one longer than that is cut at a word near its first match.
    /// </summary>
    private const int Target = 260;

    /// <param name="matches">In order of their start; they may overlap.</param>
    /// <returns>At most <paramref name="count"/> passages; the beginning of the body when nothing in it matches.</returns>
    public static List<Snippet> Cut(string body, IReadOnlyList<TextRange> matches, int count)
    {
        if (body.Length == 0 || count == 0)
            return [];
        var merged = SnippetCutter.Merge(matches);
        if (merged.Count == 0)
            return [ToSnippet(body, Passage(body, 0, Target), merged)];

        var passages = new List<(TextRange Range, int Worth)>();
        for (var i = 0; i < merged.Count;)
        {
            var range = Passage(body, merged[i].Start, Target);
            var inside = merged.Skip(i).TakeWhile(match => match.End <= range.End).ToList();
            passages.Add((range, DifferentWords(body, inside) * 100 + Math.Min(inside.Count, 99)));
            i += Math.Max(inside.Count, 1);
        }

        return [.. passages
            .OrderByDescending(passage => passage.Worth)
            .ThenBy(passage => passage.Range.Start)
            .Take(count)
            .OrderBy(passage => passage.Range.Start)
            .Select(passage => ToSnippet(body, passage.Range, merged))];
    }

    private static int DifferentWords(string body, List<TextRange> matches) =>
        matches.Select(match => body[match.Start..match.End].ToUpperInvariant()).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The sentence around an offset and as many following sentences as fit.</summary>
    private static TextRange Passage(string body, int place, int target)
    {
        var start = SentenceStart(body, place);
        if (place - start > target / 2)
            start = WordStart(body, place - target / 3);

        var end = start;
        while (end < body.Length)
        {
            var next = SentenceEnd(body, end);
            if (next - start > target && end > place)
                break;
            end = next;
            if (body.AsSpan(end).StartsWith("\n\n", StringComparison.Ordinal) && end > place)
                break;
        }

        if (end - start > 2 * target)
            end = WordStart(body, Math.Max(start + target, Math.Min(place + target / 2, body.Length)));
        return Trim(body, start, end <= place ? Math.Min(body.Length, place + target) : end);
    }

    private static int SentenceStart(string body, int place)
    {
        for (var i = Math.Min(place, body.Length) - 1; i > 0; i--)
        {
            if (SentenceEnds.EndsAt(body, i))
                return i + 1;
        }

        return 0;
    }

    /// <summary>The offset after the sentence that begins at or before an offset.</summary>
    private static int SentenceEnd(string body, int place)
    {
        // White space before the sentence belongs to it.
        var i = place;
        while (i < body.Length && char.IsWhiteSpace(body[i]))
            i++;
        for (; i < body.Length; i++)
        {
            if (SentenceEnds.EndsAt(body, i))
                return body[i] == '\n' ? i : i + 1;
        }

        return body.Length;
    }

    private static int WordStart(string body, int place)
    {
        var i = Math.Clamp(place, 0, body.Length);
        while (i > 0 && i < body.Length && !char.IsWhiteSpace(body[i - 1]))
            i--;
        return i;
    }

    private static TextRange Trim(string body, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(body[start]))
            start++;
        while (end > start && char.IsWhiteSpace(body[end - 1]))
            end--;
        return new TextRange(start, end);
    }

    private static Snippet ToSnippet(string body, TextRange passage, List<TextRange> matches) => new(
        "body",
        body[passage.Start..passage.End],
        [.. matches
            .Where(match => match.Start >= passage.Start && match.End <= passage.End)
            .Select(match => new TextRange(match.Start - passage.Start, match.End - passage.Start))]);
}

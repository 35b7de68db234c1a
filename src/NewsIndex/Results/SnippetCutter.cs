using NewsIndex.Analysis;

namespace NewsIndex.Results;

/// <summary>
/// Selects the passages of a body with the most distinct matches, in reading order.
/// </summary>
internal static class SnippetCutter
{
    /// <summary>
    /// Sentences are joined up to about this many characters; one longer than that is cut at a word near its first match.
    /// </summary>
    private const int Target = 260;

    /// <summary>A passage counts at most this many matches beside its distinct words.</summary>
    private const int MaxMatches = 99;

    /// <param name="matches">In order of their start; they may overlap.</param>
    /// <returns>At most <paramref name="count"/> passages; the beginning of the body when nothing in it matches.</returns>
    public static List<Snippet> Cut(string body, IReadOnlyList<TextRange> matches, int count)
    {
        if (body.Length == 0 || count == 0)
            return [];
        var merged = Merge(matches);
        if (merged.Count == 0)
            return [ToSnippet(body, new Passage(PassageAt(body, 0), Worth: 0, First: 0, End: 0), merged)];

        var best = new List<Passage>(count + 1);
        for (var first = 0; first < merged.Count;)
        {
            var range = PassageAt(body, merged[first].Start);
            var end = first;
            while (end < merged.Count && merged[end].End <= range.End)
                end++;
            Keep(best, new Passage(range, WorthOf(body, merged, first, end), first, end), count);
            first = Math.Max(end, first + 1);
        }

        best.Sort(InReadingOrder);
        return best.ConvertAll(passage => ToSnippet(body, passage, merged));
    }

    /// <summary>Joins ranges that overlap; ranges that only touch stay apart.</summary>
    public static List<TextRange> Merge(IReadOnlyList<TextRange> ranges)
    {
        var merged = new List<TextRange>(ranges.Count);
        foreach (var range in ranges)
        {
            if (merged.Count > 0 && range.Start < merged[^1].End)
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, range.End) };
            else
                merged.Add(range);
        }

        return merged;
    }

    /// <summary>Keeps the best passages, in the order of their worth; of equals the earlier is better.</summary>
    private static void Keep(List<Passage> best, Passage passage, int count)
    {
        var place = best.Count;
        while (place > 0 && best[place - 1].Worth < passage.Worth)
            place--;
        if (place == count)
            return;
        if (best.Count == count)
            best.RemoveAt(count - 1);
        best.Insert(place, passage);
    }

    /// <summary>Of passages of one endless sentence, which begin together, the best is first.</summary>
    private static int InReadingOrder(Passage a, Passage b)
    {
        if (a.Range.Start != b.Range.Start)
            return a.Range.Start.CompareTo(b.Range.Start);
        return a.Worth != b.Worth ? b.Worth.CompareTo(a.Worth) : a.First.CompareTo(b.First);
    }

    private static int WorthOf(string body, List<TextRange> matches, int first, int end) =>
        (DistinctWords(body, matches, first, end) * (MaxMatches + 1)) + Math.Min(end - first, MaxMatches);

    private static int DistinctWords(string body, List<TextRange> matches, int first, int end)
    {
        var distinct = 0;
        for (var i = first; i < end; i++)
        {
            if (!IsRepeated(body, matches, first, i))
                distinct++;
        }

        return distinct;
    }

    /// <summary>True if an earlier match of the passage is the same word. A passage has too few for a set to pay.</summary>
    private static bool IsRepeated(string body, List<TextRange> matches, int first, int place)
    {
        var word = body.AsSpan(matches[place].Start, matches[place].Length);
        for (var i = first; i < place; i++)
        {
            if (word.Equals(body.AsSpan(matches[i].Start, matches[i].Length), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The sentence around an offset and as many following sentences as fit.</summary>
    private static TextRange PassageAt(string body, int place)
    {
        var start = StartBefore(body, place);

        // What ends beyond is cut at a word, wherever it ends.
        var limit = Math.Min(body.Length, Math.Max(place, start + (2 * Target)) + 2);
        var end = start;
        while (end < body.Length)
        {
            var next = SentenceEnd(body, end, limit);
            if (next - start > Target && end > place)
                break;
            end = next;
            if (body.AsSpan(end).StartsWith("\n\n", StringComparison.Ordinal) && end > place)
                break;
        }

        if (end - start > 2 * Target)
            end = WordStart(body, Math.Max(start + Target, Math.Min(place + (Target / 2), body.Length)));
        return Trim(body, start, end <= place ? Math.Min(body.Length, place + Target) : end);
    }

    /// <summary>The start of the sentence around an offset, or of a word before it where the sentence begins far away.</summary>
    private static int StartBefore(string body, int place)
    {
        var last = SentenceEnds.LastIn(body, Math.Max(1, place - (Target / 2) - 1), place);
        if (last >= 0)
            return last + 1;
        return place <= Target / 2 ? 0 : WordStart(body, place - (Target / 3));
    }

    /// <summary>The offset after the sentence that begins at or before an offset; the limit if it ends beyond.</summary>
    private static int SentenceEnd(string body, int place, int limit)
    {
        // White space before the sentence belongs to it.
        var i = place;
        while (i < limit && char.IsWhiteSpace(body[i]))
            i++;
        var last = SentenceEnds.FirstIn(body, i, limit);
        if (last < 0)
            return limit;
        return body[last] == '\n' ? last : last + 1;
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

    private static Snippet ToSnippet(string body, Passage passage, List<TextRange> matches)
    {
        var (start, end) = passage.Range;

        // A passage may begin with the last matches of the one before.
        var first = passage.First;
        while (first > 0 && matches[first - 1].Start >= start)
            first--;
        // A match may begin with white space, which a passage does not.
        while (first < passage.End && matches[first].Start < start)
            first++;
        var inside = new TextRange[passage.End - first];
        for (var i = 0; i < inside.Length; i++)
            inside[i] = new TextRange(matches[first + i].Start - start, matches[first + i].End - start);
        return new Snippet("body", body[start..end], inside);
    }

    /// <param name="First">Number of the match that it was made for.</param>
    /// <param name="End">Number of the first match behind it.</param>
    private readonly record struct Passage(TextRange Range, int Worth, int First, int End);
}

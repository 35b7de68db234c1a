using NewsIndex.Positions;

namespace NewsIndex.Results;

/// <summary>
/// Finds the quotations beside which a speaker is named: in the same paragraph and outside of quotations, as <c>quote:(* BY …)</c> selects
/// articles. A quotation ends with its paragraph.
/// </summary>
public static class QuotationFinder
{
    /// <param name="speakers">Where the speaker is named.</param>
    public static IEnumerable<Quotation> Find(string text, IReadOnlyCollection<TextRange> speakers)
    {
        for (var (start, end) = (0, 0); start < text.Length && speakers.Count > 0; start = end + 2)
        {
            end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is >= 0 and var blank ? blank : text.Length;
            var quotations = Quotations(text, start, end);
            List<TextRange> named =
                [.. speakers.Where(name => name.Start >= start && name.End <= end && !quotations.Exists(words => Overlap(words, name)))];
            if (named.Count == 0)
                continue;
            foreach (var words in quotations)
                yield return new Quotation(words, named.MinBy(name => Distance(words, name)));
        }
    }

    /// <summary>The quotations of a paragraph that have a letter or a digit, without their marks.</summary>
    private static List<TextRange> Quotations(string text, int start, int end)
    {
        var (found, open, from) = (new List<TextRange>(), default(OpenQuotation), 0);
        for (var i = start; i <= end; i++)
        {
            var next = i == end ? default : open.After(text, i);
            if (open.IsOpen && !next.IsOpen && text.AsSpan(from..i).ContainsLetterOrDigit())
                found.Add(new TextRange(from, i));
            if (!open.IsOpen && next.IsOpen)
                from = i + 1;
            open = next;
        }

        return found;
    }

    private static bool ContainsLetterOrDigit(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    private static bool Overlap(TextRange one, TextRange other) => one.Start < other.End && other.Start < one.End;

    private static int Distance(TextRange words, TextRange name) =>
        name.End <= words.Start ? words.Start - name.End : name.Start - words.End;
}

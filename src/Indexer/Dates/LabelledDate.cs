using System.Text.RegularExpressions;
using Enrichment.WordTables;

namespace Indexer.Dates;

/// <summary>A date of a text with the meaning that the words around it give it.</summary>
internal readonly partial record struct LabelledDate(DateReading Reading, DateLabel Label)
{
    /// <summary>Maximum distance of a label from its date, in characters: <c>Updated 11:40 a.m. ET, Wed September 5, 2018</c>.</summary>
    private const int MaxLabelDistance = 60;

    /// <summary>Maximum number of letters beside the date of a date line; a text with more is a sentence or a list.</summary>
    private const int MaxLettersBeside = 60;

    /// <summary>Minimum number of words in lower case that make a sentence; a single one may be an agency or an account.</summary>
    private const int MinWordsOfSentence = 2;

    /// <summary>Reads the dates of a text that are at least as precise as a day, in reading order.</summary>
    /// <param name="before">Text before this one, such as the line or element before; may label the first date. Empty by default.</param>
    public static List<LabelledDate> Of(string text, DateContext context, string before = "")
    {
        var dates = new List<LabelledDate>();
        var end = 0;
        var all = DateText.All(text, context, out var prepared);
        for (var i = 0; i < all.Count; i++)
        {
            var begin = all[i].Begin;
            var label = Passive().IsMatch(prepared[..begin])
                ? DateLabel.None
                : LabelIn(end == 0 ? before + ' ' + prepared[..begin] : prepared[end..begin]);
            var next = i + 1 < all.Count ? all[i + 1].Begin : prepared.Length;
            end = all[i].End;
            if (label == DateLabel.None && LabelAfter(prepared[..begin], prepared[end..next]) is var (after, length)
                && after != DateLabel.None)
                (label, end) = (after, end + length);
            if (all[i].Reading.Date.Precision >= NewsIndex.Articles.DatePrecision.Day)
                dates.Add(new LabelledDate(all[i].Reading, label));
        }

        // From 3 June to 5 June is the time of an event.
        if (dates.Count > 1 && dates.TrueForAll(date => date.Label == DateLabel.None) && all.Count > 1
            && Span().IsMatch(prepared[all[0].End..all[1].Begin]))
            return dates.ConvertAll(date => date with { Label = DateLabel.Other });
        return dates;
    }

    /// <summary>Returns true for a line that consists of a date and of what datelines have besides: a place, a name, a time.</summary>
    public static bool IsDateLine(string text, DateContext context)
    {
        if (DateText.All(text, context, out var prepared) is not [var first, ..])
            return false;
        var beside = prepared[..first.Begin] + ' ' + prepared[first.End..];
        if (beside.Count(char.IsLetter) > MaxLettersBeside)
            return false;
        var words = Speaks().Count(OfDateLines.Replace(beside, ' '));
        return words < MinWordsOfSentence && (words == 0 || first.Begin == 0 || prepared[^1] is not ('.' or '!' or '?'));
    }

    /// <summary>The label that ends nearest to the end of a text.</summary>
    private static DateLabel LabelIn(string before)
    {
        before = before.Length > MaxLabelDistance ? before[^MaxLabelDistance..] : before;
        var label = (End: -1, Label: DateLabel.None);
        foreach (var (words, meaning) in Meanings)
        {
            if (words.EndOfLast(before) is var end && end > label.End)
                label = (end, meaning);
        }

        return label.Label;
    }

    /// <summary>Label after a date, and its length: it does not label the next date as well.</summary>
    private static (DateLabel Label, int Length) LabelAfter(string before, string after) =>
        Passive().IsMatch(before)
            ? (DateLabelWords.Changed.EndOfFirst(after) is > 0 and var change ? (DateLabel.Changed, change)
            : DateLabelWords.Published.EndOfFirst(after) is > 0 and var publication ? (DateLabel.Published, publication)
            : (DateLabel.None, 0))
        : ChangedAfter.Match(after) is { Success: true } changed ? (DateLabel.Changed, changed.Length)
        : PublishedAfter.Match(after) is { Success: true } published ? (DateLabel.Published, published.Length)
        : (DateLabel.None, 0);

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>At equal ends the first one wins.</summary>
    private static readonly (DateLabelWords Words, DateLabel Meaning)[] Meanings =
    [
        (DateLabelWords.FirstPublished, DateLabel.FirstPublished), (DateLabelWords.Changed, DateLabel.Changed),
        (DateLabelWords.Other, DateLabel.Other), (DateLabelWords.Published, DateLabel.Published),
    ];

    private static readonly WordTable Labels = WordTable.Read(typeof(LabelledDate), "date-labels.tsv");

    /// <summary>Start of a passive whose verb follows the date: wurde am 18. November 2019 um 23:03 Uhr eingestellt.</summary>
    [GeneratedRegex(@"\b(wurde|werd(en)?|werd|blev|ble|is)\s+(zuletzt\s+)?(am|op|den|den)\s*\z", Words)]
    private static partial Regex Passive();

    /// <summary>A label after a date, in languages whose verbs come last, or a remark in brackets.</summary>
    private static readonly Regex ChangedAfter = WordPattern.OfAnyCase(
        $@"\A[\s\d:.]*({WordPattern.AnyOf(Labels.ValuesOf("changed-after"))}(?!\s?[:：日])|(tarihinde|günü) güncellen"
        + @"|[(\[]\s*(last )?(updated|corrected|revised|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt|update)\s*[)\]])");

    private static readonly Regex PublishedAfter = WordPattern.OfAnyCase(
        $@"\A[\s\d:.]*({WordPattern.AnyOf(Labels.ValuesOf("published-after"))}(?!\s?[:：日])|(tarihinde|günü) yayın)");

    [GeneratedRegex(@"\A\s*(to|until|till|through|bis|au|al|a|до|tot|til|till|[-–—])\s*(\p{L}+,?\s*)?\z", Words)]
    private static partial Regex Span();

    /// <summary>Words beside the date of an article that do not make a sentence of its line.</summary>
    private static readonly PhraseSet OfDateLines =
        new(WordTable.Read(typeof(LabelledDate), "date-line-words.tsv").Rows.Select(row => row.Value));

    /// <summary>A word in lower case, as sentences have. Addresses and accounts are excluded by the sign in them.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}@./#_-])\p{Ll}{3,}(?![\p{L}@/_]|\.\p{L})")]
    private static partial Regex Speaks();
}

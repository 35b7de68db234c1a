using System.Text.RegularExpressions;
using Indexer.WordTables;

namespace Indexer.Dates;

/// <summary>A date of a text, with what the words around it say that it is.</summary>
internal readonly partial record struct LabelledDate(DateReading Reading, DateLabel Label)
{
    /// <summary>In characters between a label and its date: <c>Updated 11:40 a.m. ET, Wed September 5, 2018</c>.</summary>
    private const int FurthestLabel = 60;

    /// <summary>
    /// In letters beside a date: with more of them, a text without a label is a sentence or a list rather than a line of a date.
    /// </summary>
    private const int MostLettersBeside = 60;

    /// <summary>Words in small letters that no line of a date has; one may be an agency or the name of an account.</summary>
    private const int WordsOfSentence = 2;

    /// <summary>Whole days and moments of a text, in reading order.</summary>
    /// <param name="before">What stands before the text and may label its first date: the element or the line before. Empty where nothing
    /// does.</param>
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

        // From 3 June to 5 June: what happens, and no day of an article.
        if (dates.Count > 1 && dates.TrueForAll(date => date.Label == DateLabel.None) && all.Count > 1
            && Span().IsMatch(prepared[all[0].End..all[1].Begin]))
            return dates.ConvertAll(date => date with { Label = DateLabel.Other });
        return dates;
    }

    /// <summary>A line that is a date and what stands beside dates: a place, a name, a time; no sentence that speaks of one.</summary>
    public static bool IsDateLine(string text, DateContext context)
    {
        if (DateText.All(text, context, out var prepared) is not [var first, ..])
            return false;
        var beside = prepared[..first.Begin] + ' ' + prepared[first.End..];
        if (beside.Count(char.IsLetter) > MostLettersBeside)
            return false;
        var words = Speaks().Count(OfDateLines.Replace(beside, " "));
        return words < WordsOfSentence && (words == 0 || first.Begin == 0 || prepared[^1] is not ('.' or '!' or '?'));
    }

    private static DateLabel LabelIn(string before)
    {
        before = before.Length > FurthestLabel ? before[^FurthestLabel..] : before;
        var label = (Place: -1, Label: DateLabel.None);
        foreach (var (form, meaning) in ((Regex, DateLabel)[])[(FirstPublished, DateLabel.FirstPublished), (Changed, DateLabel.Changed),
            (Other, DateLabel.Other), (Published, DateLabel.Published)])
        {
            if (form.Matches(before) is [.., var last] && last.Index + last.Length > label.Place)
                label = (last.Index + last.Length, meaning);
        }

        return label.Label;
    }

    /// <summary>With its length, since it is no label of the date that follows.</summary>
    private static (DateLabel Label, int Length) LabelAfter(string before, string after) =>
        Passive().IsMatch(before)
            ? (Changed.Match(after) is { Success: true } change ? (DateLabel.Changed, change.Index + change.Length)
            : Published.Match(after) is { Success: true } publication
            ? (DateLabel.Published, publication.Index + publication.Length)
            : (DateLabel.None, 0))
        : ChangedAfter.Match(after) is { Success: true } changed ? (DateLabel.Changed, changed.Length)
        : PublishedAfter.Match(after) is { Success: true } published ? (DateLabel.Published, published.Length)
        : (DateLabel.None, 0);

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private static readonly WordTable Labels = WordTable.Read("date-labels.tsv");

    private static readonly Regex FirstPublished = WordPattern.CompileIgnoringCase(WordPattern.AnyWordOf(Labels.ValuesOf("first-published")));

    private static readonly Regex Published = WordPattern.CompileIgnoringCase(
        WordPattern.AnyWordOf(Labels.ValuesOf("published"))
        + @"|(?<!\p{L}|(event|due|expiry|start|end|closing|birth)[ -])(date|datum|data|fecha|dato|päivä|дата|author|autor(in)?)\s*:");

    private static readonly Regex Changed = WordPattern.CompileIgnoringCase(
        WordPattern.AnyWordOf(Labels.ValuesOf("changed")) + @"|\bedited\b(?! by)|\bstand\s*:?\s*(vom|am|per)?\s*\z");

    private static readonly Regex Other = WordPattern.CompileIgnoringCase(WordPattern.AnyWordOf(Labels.ValuesOf("other")));

    /// <summary>The verb comes last: wurde am 18. November 2019 um 23:03 Uhr eingestellt.</summary>
    [GeneratedRegex(@"\b(wurde|werd(en)?|werd|blev|ble|is)\s+(zuletzt\s+)?(am|op|den|den)\s*\z", Words)]
    private static partial Regex Passive();

    /// <summary>Of languages whose words of this kind come last, or as a remark in brackets.</summary>
    private static readonly Regex ChangedAfter = WordPattern.CompileIgnoringCase(
        $@"\A[\s\d:.]*({WordPattern.AnyOf(Labels.ValuesOf("changed-after"))}(?!\s?[:：日])|(tarihinde|günü) güncellen"
        + @"|[(\[]\s*(last )?(updated|corrected|revised|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt|update)\s*[)\]])");

    private static readonly Regex PublishedAfter = WordPattern.CompileIgnoringCase(
        $@"\A[\s\d:.]*({WordPattern.AnyOf(Labels.ValuesOf("published-after"))}(?!\s?[:：日])|(tarihinde|günü) yayın)");

    [GeneratedRegex(@"\A\s*(to|until|till|through|bis|au|al|a|до|tot|til|till|[-–—])\s*(\p{L}+,?\s*)?\z", Words)]
    private static partial Regex Span();

    /// <summary>Small words, and what else stands beside the date of an article without being of a sentence.</summary>
    private static readonly Regex OfDateLines = WordPattern.CompileIgnoringCase(
        WordPattern.AnyWordOf(WordTable.Read("date-line-words.tsv").Rows.Select(row => row.Value)));

    /// <summary>A word in small letters that is none of these, as sentences have; addresses and accounts have a sign in them.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}@./#_-])\p{Ll}{3,}(?![\p{L}@/_]|\.\p{L})")]
    private static partial Regex Speaks();
}

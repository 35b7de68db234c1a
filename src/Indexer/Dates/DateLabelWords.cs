using System.Text.RegularExpressions;
using Enrichment.WordTables;

namespace Indexer.Dates;

/// <summary>
/// The words before a date that mean one <see cref="DateLabel"/>, from <c>date-labels.tsv</c>, and patterns beyond single words.
/// </summary>
internal sealed partial class DateLabelWords
{
    private static readonly WordTable Table = WordTable.Read(typeof(DateLabelWords), "date-labels.tsv");

    private readonly PhraseSet phrases;
    private readonly Regex? pattern;

    private DateLabelWords(string key, Regex? pattern = null)
    {
        phrases = new PhraseSet(Table.ValuesOf(key));
        this.pattern = pattern;
    }

    public static DateLabelWords FirstPublished { get; } = new("first-published");

    public static DateLabelWords Published { get; } = new("published", LabelOfField());

    public static DateLabelWords Changed { get; } = new("changed", ChangedPattern());

    public static DateLabelWords Other { get; } = new("other");

    /// <summary>Index after the last label in a text; -1 if it has none.</summary>
    public int EndOfLast(string text)
    {
        var end = phrases.In(text).Select(phrase => phrase.End).LastOrDefault(-1);
        return pattern?.Matches(text) is [.., var last] ? Math.Max(end, last.Index + last.Length) : end;
    }

    /// <summary>Index after the first label in a text; -1 if it has none.</summary>
    public int EndOfFirst(string text)
    {
        var phrase = phrases.In(text).FirstOrDefault((text.Length, -1));
        return pattern?.Match(text) is { Success: true } match && match.Index < phrase.Item1 ? match.Index + match.Length : phrase.Item2;
    }

    /// <summary>The name of a field, unless it is one of an event: <c>Date:</c>, but not <c>Closing date:</c>.</summary>
    [GeneratedRegex(
        @"(?<!\p{L}|(event|due|expiry|start|end|closing|birth)[ -])(date|datum|data|fecha|dato|päivä|дата|author|autor(in)?)\s*:",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LabelOfField();

    /// <summary><c>Edited by</c> names an editor. German <c>Stand</c> labels a date only right before it.</summary>
    [GeneratedRegex(
        @"\bedited\b(?! by)|\bstand\s*:?\s*(vom|am|per)?\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ChangedPattern();
}

using System.Text.RegularExpressions;
using Recognition.Tagging;

namespace Evaluation.Entities;

/// <summary>
/// A document of the GUM corpus: everything that is spoken of is bracketed, and linked to Wikipedia where it has a page. What is a name is
/// not said: here, a linked person, organisation or place of capitalised words, without "the" before it.
/// </summary>
internal static partial class GumFile
{
    private static readonly string[] Small = ["of", "and", "the", "for", "de", "la", "'s"];

    public static TaggedDocument Read(TextReader reader)
    {
        var sentences = new List<TaggedSentence>();
        var words = new List<string>();
        var open = new List<(int Start, string Mark)>();
        var spans = new List<TagSpan>();
        while (reader.ReadLine() is { } line)
        {
            var columns = line.Split('\t');
            if (columns.Length < 3)
                continue;
            foreach (Match mark in Bracket().Matches(columns[2]))
            {
                if (mark.Groups["open"].Success)
                    open.Add((words.Count, mark.Groups["mark"].Value));
                if (!mark.Groups["close"].Success
                    || open.FindLastIndex(each => each.Mark == mark.Groups["mark"].Value) is not (>= 0 and var at))
                    continue;
                spans.Add(new TagSpan(open[at].Start, words.Count + 1, TypeOf(open[at].Mark)));
                open.RemoveAt(at);
            }

            words.Add(columns[1]);
            if (columns[1] is not ("." or "?" or "!"))
                continue;
            sentences.Add(new TaggedSentence([.. words], [.. Names(words, spans)]));
            words.Clear();
            spans.Clear();
            open.Clear();
        }

        if (words.Count > 0)
            sentences.Add(new TaggedSentence([.. words], [.. Names(words, spans)]));
        return new TaggedDocument([.. sentences]);
    }

    private static IEnumerable<TagSpan> Names(List<string> words, List<TagSpan> spans)
    {
        var end = 0;
        foreach (var span in spans.Where(span => span.Type >= 0)
            .Select(span => WithoutArticle(words, span))
            .Where(span => IsName(words, span))
            .OrderBy(span => span.Start)
            .ThenByDescending(span => span.End))
        {
            if (span.Start < end)
                continue;
            end = span.End;
            yield return span;
        }
    }

    private static TagSpan WithoutArticle(List<string> words, TagSpan span) =>
        span.End - span.Start > 1 && words[span.Start] is "the" or "The" ? span with { Start = span.Start + 1 } : span;

    private static bool IsName(List<string> words, TagSpan span) =>
        char.IsUpper(words[span.Start][0])
            && words[span.Start] is not ("I" or "He" or "She" or "We" or "They" or "You" or "It" or "His" or "Her"
                or "My" or "Our" or "Their" or "This" or "That")
            && words.Take(span.Start..span.End).All(word => char.IsUpper(word[0]) || char.IsDigit(word[0]) || Small.Contains(word));

    /// <summary>-1 for others, and for what has no page.</summary>
    private static int TypeOf(string mark) =>
        mark.Split('-') is [var type, _, _, ..] ? type switch { "person" => 0, "organization" => 1, "place" => 2, _ => -1 } : -1;

    [GeneratedRegex(@"(?<open>\()?(?<mark>[^()]+)(?<close>\))?")]
    private static partial Regex Bracket();
}

using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Indexer.Extraction;
using NewsIndex.Articles;

namespace Evaluation.Extraction;

/// <summary>How often headline, date and authors of a page are those that people wrote down.</summary>
internal sealed class MetadataScore
{
    private static readonly char[] NameSigns = [' ', ',', ';', '/', '.', '-', '|', '\t', '\n'];

    private readonly TextWriter? misses;
    private int pages, titles, titlesRight, dates, datesRight, datesWrong, authors, authorsRight;
    private int inside, insideFound, outside, outsideFound;

    private MetadataScore(TextWriter? misses) => this.misses = misses;

    public static MetadataScore Measure(string folder, PageHalf half, TextWriter? misses)
    {
        var score = new MetadataScore(misses);
        using var set = new PageSet(folder);
        foreach (var (url, truth, article) in set.Pages(page => page.Value.GetProperty("file").GetString()!, half)
            .AsParallel().AsOrdered().Select(page => (page.Name, page.Truth, PageArticle.Read(page.Html, page.Name))))
            score.Add(url, truth, article);
        return score;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"pages={pages} title={Percent(titlesRight, titles):F1}% date={Percent(datesRight, dates):F1}% "
        + $"date_wrong={Percent(datesWrong, dates):F1}% author={Percent(authorsRight, authors):F1}% "
        + $"inside={Percent(insideFound, inside):F1}% outside={Percent(outsideFound, outside):F1}%");

    public string Dates => string.Create(
        CultureInfo.InvariantCulture,
        $"pages={dates} right={Percent(datesRight, dates):F1}% wrong={Percent(datesWrong, dates):F1}% "
        + $"unknown={Percent(dates - datesRight - datesWrong, dates):F1}%");

    private void Add(string url, JsonElement truth, Article? article)
    {
        pages++;
        if (Text(truth, "title") is { } title)
            Count(
                ref titles, ref titlesRight, SameWords(WebUtility.HtmlDecode(title), article?.Headline ?? ""), "title", url, title,
                article?.Headline);
        if (Text(truth, "date") is { } date)
        {
            var day = article?.Published.Date is { Precision: >= DatePrecision.Day } known
                ? known.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null;
            Count(ref dates, ref datesRight, day == date, "date", url, date, article?.Published.Date?.ToString());
            datesWrong += day is not null && day != date ? 1 : 0;
        }

        if (Text(truth, "author") is { } author)
            Count(
                ref authors, ref authorsRight, Names(author).SetEquals(Names(string.Join(' ', article?.Authors ?? []))), "author", url,
                author, string.Join("; ", article?.Authors ?? []));

        var body = Letters(article?.Body ?? "");
        foreach (var snippet in truth.GetProperty("with").EnumerateArray())
            Count(
                ref inside, ref insideFound, body.Contains(Letters(snippet.GetString()!), StringComparison.Ordinal), "inside", url,
                snippet.GetString()!, null);
        foreach (var snippet in truth.GetProperty("without").EnumerateArray())
        {
            outside++;
            outsideFound += body.Contains(Letters(snippet.GetString()!), StringComparison.Ordinal) ? 1 : 0;
        }
    }

    private void Count(ref int all, ref int right, bool isRight, string what, string url, string truth, string? found)
    {
        all++;
        right += isRight ? 1 : 0;
        if (!isRight)
            misses?.WriteLine($"{what}\t{url}\t{truth}\t{found}");
    }

    private static bool SameWords(string one, string other) => Letters(one).Equals(Letters(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>One letter may be written as one character or two.</summary>
    private static string Letters(string text) => new([.. text.Normalize(NormalizationForm.FormC).Where(char.IsLetterOrDigit)]);

    private static HashSet<string> Names(string names) =>
        [
            .. names.ToLowerInvariant().Split(NameSigns, StringSplitOptions.RemoveEmptyEntries).Where(
                word => word is not ("and" or "und" or "von" or "by"))];

    private static string? Text(JsonElement truth, string field) =>
        truth.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim().Length > 0
            ? value.GetString()
            : null;

    private static double Percent(int part, int all) => all == 0 ? 0 : 100.0 * part / all;
}

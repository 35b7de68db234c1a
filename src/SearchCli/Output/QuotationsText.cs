using System.Globalization;
using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Formats the quotations of a speaker for a terminal.</summary>
internal static class QuotationsText
{
    /// <param name="speaker">The entity that is meant.</param>
    public static string Of(Entity speaker, ListQuotationsResponse found)
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{speaker.Name} ({speaker.Id}): quoted in {found.Articles} articles"),
        };
        foreach (var quotation in found.Quotations)
            lines.AddRange(["", $"\u201C{quotation.Text}\u201D", $"  {quotation.Speaker} · {ArticleText.Byline(quotation.Article)}"]);
        return string.Join('\n', lines);
    }
}

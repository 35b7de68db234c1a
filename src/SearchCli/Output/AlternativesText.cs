using System.Globalization;
using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Formats the queries that the service suggests instead of one that finds nothing, one a line.</summary>
internal static class AlternativesText
{
    /// <param name="empty">Null if something was found.</param>
    public static IEnumerable<string> Of(EmptyResult? empty) => empty?.Alternatives.Select(Line) ?? [];

    private static string Line(Alternative alternative)
    {
        var prompt = alternative.Change == Alternative.Types.Change.Spelling ? "did you mean" : "try";
        var unit = alternative.Articles == 1 ? "article" : "articles";
        return string.Create(CultureInfo.InvariantCulture, $"{prompt}: {alternative.Query}  ({alternative.Articles:N0} {unit})");
    }
}

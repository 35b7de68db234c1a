using System.Globalization;
using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Queries that find something where the one that was asked found nothing, a line each.</summary>
internal static class AlternativesText
{
    /// <param name="empty">Null where something was found.</param>
    public static IEnumerable<string> Of(EmptyResult? empty) => empty?.Alternatives.Select(Line) ?? [];

    private static string Line(Alternative alternative) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(alternative.Change == Alternative.Types.Change.Spelling ? "did you mean" : "try")}: {alternative.Query}  ({alternative.Articles:N0} {(alternative.Articles == 1 ? "article" : "articles")})");
}

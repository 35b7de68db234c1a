using System.Globalization;
using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Formats a group of near-duplicates for a terminal: how far each resembles the first, and its heading.</summary>
internal static class CopiesText
{
    public static string Of(ListCopiesResponse found)
    {
        var lines = found.Copies.Select(Line).ToList();
        if (found.NextPageToken.Length > 0)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{found.Copies.Count} of {found.Articles} articles"));
        else if (found.Articles == 1)
            lines.Add("no copies");
        return string.Join('\n', lines);
    }

    private static string Line(ArticleCopy copy)
    {
        var likeness = copy.First ? "first" : string.Create(CultureInfo.InvariantCulture, $"{100 * copy.Resemblance:F0} %");
        return $"{likeness,5}  {copy.Article.Headline}\n       {ArticleText.Byline(copy.Article)}";
    }
}

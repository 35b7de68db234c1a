using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Dates;

/// <summary>
/// The day that the name of a file of one article begins with, as Jekyll and many newsrooms name their posts: <c>2019-11-18-title.md</c>.
/// Other numbers in paths are as often the day of a copy.
/// </summary>
internal static partial class FileNameDate
{
    /// <param name="path">A file, or one inside an archive.</param>
    public static PublishedDate Of(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\', '!']) + 1)..];
        return Beginning().Match(name) is { Success: true } day && UrlDate.Read(day.Value) is { Precision: DatePrecision.Day } date
            ? new PublishedDate(date, null, DateProvenance.Path)
            : PublishedDate.Unknown;
    }

    [GeneratedRegex(@"\A(\d{4}-\d\d-\d\d|\d{4}_\d\d_\d\d|\d{8})(?=[-_ ]\D)", RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();
}

using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Dates;

/// <summary>
/// Reads the date at the start of a file's name, the naming scheme of Jekyll: <c>2019-11-18-title.md</c>. Dates elsewhere in a path are
/// ignored: they are as often the date of a copy.
/// </summary>
internal static partial class FileNameDate
{
    /// <param name="path">Path of a file, or of an entry of an archive after <c>!</c>.</param>
    /// <returns><see cref="PublishedDate.Unknown"/> if the name does not start with a whole date.</returns>
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

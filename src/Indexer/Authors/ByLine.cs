using System.Text.RegularExpressions;

namespace Indexer.Authors;

/// <summary>Reads the names of a byline: <c>By Paulo Santalucia and Frances d'Emilio, AP</c>.</summary>
internal static partial class ByLine
{
    public static IReadOnlyList<string> Names(string byline) =>
    [
        .. Separator().Split(By().Replace(byline.Trim(), ""))
            .Select(name => name.Trim(' ', ',', '.', '=', '-', '/', '_'))
            .Where(name => name.Length is > 1 and <= 80 && name.Any(char.IsLetter) && !Agency().IsMatch(name))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Splits several persons of one field if every part is a whole name: <c>Nils Arden and Runa Feld</c> are two, <c>Bill and Melinda
    /// Gates</c> and <c>Marks and Spencer</c> stay unchanged.
    /// </summary>
    public static IReadOnlyList<string> People(string author) =>
        Together().Split(author.Trim()) is { Length: > 1 } names && Array.TrueForAll(names, AuthorNames.IsAlone) ? names : [author];

    /// <summary>
    /// One person with the family name first: <c>Smith, John A.</c>, <c>de Gaulle, Charles</c>. Family names of several words are excluded:
    /// they look like a whole name followed by another author or an agency.
    /// </summary>
    public static bool IsInverted(string author) =>
        Inverted().Match(author.Trim()) is { Success: true } match
        && !AuthorNames.IsNobody(match.Groups["family"].Value) && !AuthorNames.IsNobody(match.Groups["given"].Value)
        && !AuthorNames.IsBeside(match.Groups["given"].Value);

    /// <summary>
    /// Returns true for an English text with a byline. In other languages names may start like bylines: Di Stefano, von Trapp.
    /// </summary>
    public static bool Is(string text) => EnglishBy().IsMatch(text.Trim());

    [GeneratedRegex(@"\A((written|reported)\s+)?by\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishBy();

    [GeneratedRegex(@"\A((written|reported)\s+)?(by|von|par|por|di|door|av|af)\b\s*:?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"\s*[,;]\s*|\s+(?:and|und|et|y|e|og|och)\s+|\s*&\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@",?\s+(?:and|und|et|y|e|og|och|en)\s+|\s*[,&]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Together();

    [GeneratedRegex(
        @"\A(?<family>(\p{Ll}{1,4}\s+){0,3}\p{Lu}[\p{L}'\u2019-]+),\s*"
        + @"(?<given>\p{Lu}[\p{L}'\u2019-]*\.?(\s+\p{Lu}[\p{L}'\u2019-]*\.?){0,2})\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Inverted();

    [GeneratedRegex(
        @"\A(the )?(ap|afp|aap|dpa|reuters|associated press|press association|canadian press"
        + @"|.* (writer|correspondent|correspondents|editor|reporter))\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Agency();
}

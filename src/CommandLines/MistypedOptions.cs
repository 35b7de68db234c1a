using System.CommandLine;
using System.CommandLine.Parsing;

namespace CommandLines;

/// <summary>
/// Finds words that look like options but are not. A verb with a free-text query would otherwise search for articles about "--form"
/// without an error.
/// </summary>
internal static class MistypedOptions
{
    private const int MaxShown = 100;

    private static readonly char[] Dashes = ['-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212'];

    /// <summary>Returns an error for each mistyped option before <c>--</c>.</summary>
    public static IEnumerable<string> Errors(ParseResult parsed)
    {
        var names = NamesOf(parsed);
        return WordsBeforeDoubleDash(parsed).Where(word => word.Length > 2 && IsOption(word, names)).Select(word => Sentence(word, names));
    }

    /// <summary>Returns a notice for each word that excludes a term and looks like an option: <c>-from</c> means NOT from.</summary>
    public static IEnumerable<string> Notices(ParseResult parsed)
    {
        var names = NamesOf(parsed);
        return WordsBeforeDoubleDash(parsed)
            .Where(word => word.Length > 2 && word[0] == '-' && word[1] != '-' && names.Contains("-" + word))
            .Select(word => $"{word} is read as a word that must not occur; the option is -{word}");
    }

    /// <summary>Returns whether a word starts with two hyphens, or is an option with the dash that a word processor made of them.</summary>
    private static bool IsOption(string word, List<string> names) =>
        word.StartsWith("--", StringComparison.Ordinal)
            || (word[0] != '-' && Dashes.Contains(word[0]) && names.Contains("--" + word.TrimStart(Dashes)));

    private static string Sentence(string word, List<string> names)
    {
        var name = "--" + word.TrimStart(Dashes).Split('=', ':')[0];
        var nearest = NearestName.To(name, names);
        var hint = nearest is null ? "" : $"; did you mean {nearest}?";
        return $"{Truncated(word)} is not an option of this verb; expected one that --help lists{hint} (put such a word after --)";
    }

    private static string Truncated(string word) => word.Length <= MaxShown ? word : word[..MaxShown] + "…";

    private static IEnumerable<string> WordsBeforeDoubleDash(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash).Where(token => token.Type == TokenType.Argument)
            .Select(token => token.Value);

    private static List<string> NamesOf(ParseResult parsed) =>
        [.. parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive))
            .SelectMany(option => option.Aliases.Prepend(option.Name))];
}

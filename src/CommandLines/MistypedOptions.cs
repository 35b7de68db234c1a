using System.CommandLine;
using System.CommandLine.Parsing;

namespace CommandLines;

/// <summary>
/// Words that look like options and are none. A verb that takes any number of words would take them too, and look for articles about
/// "--form" without a word.
/// </summary>
internal static class MistypedOptions
{
    private static readonly char[] Dashes = ['-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212'];

    /// <summary>What is wrong with the words before <c>--</c>, a sentence each.</summary>
    public static IEnumerable<string> Errors(ParseResult parsed)
    {
        var names = NamesOf(parsed);
        return WordsBeforeDoubleDash(parsed).Where(word => word.Length > 2 && IsOption(word, names)).Select(word => Sentence(word, names));
    }

    /// <summary>
    /// Words that are part of a query, as the language has it, and look like an option of the verb: <c>-from</c> is NOT from.
    /// </summary>
    public static IEnumerable<string> Notices(ParseResult parsed)
    {
        var names = NamesOf(parsed);
        return WordsBeforeDoubleDash(parsed)
            .Where(word => word.Length > 2 && word[0] == '-' && word[1] != '-' && names.Contains("-" + word))
            .Select(word => $"{word} is read as a word that must not occur; the option is -{word}");
    }

    /// <summary>Two hyphens, or a dash that a word processor made of them before the name of an option.</summary>
    private static bool IsOption(string word, List<string> names) =>
        word.StartsWith("--", StringComparison.Ordinal)
            || (word[0] != '-' && Dashes.Contains(word[0]) && names.Contains("--" + word.TrimStart(Dashes)));

    private static string Sentence(string word, List<string> names)
    {
        var name = "--" + word.TrimStart(Dashes).Split('=', ':')[0];
        var nearest = NearestName.To(name, names);
        return $"{Shown(word)} is no option of this verb; expected one of those that --help lists{(nearest is null ? "" : $"; did you mean {nearest}?")} (a word that begins so goes after --)";
    }

    private static string Shown(string word) => word.Length <= 100 ? word : word[..100] + "…";

    private static IEnumerable<string> WordsBeforeDoubleDash(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash).Where(token => token.Type == TokenType.Argument)
            .Select(token => token.Value);

    private static List<string> NamesOf(ParseResult parsed) =>
        [.. parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive))
            .SelectMany(option => option.Aliases.Prepend(option.Name))];
}

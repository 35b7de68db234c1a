using System.CommandLine;

namespace Indexer.Commands;

/// <summary>An option with a text; the empty text where it is not given.</summary>
internal static class TextOption
{
    public static Option<string> Create(string name, string description) =>
        new(name) { Description = description, HelpName = "TEXT", DefaultValueFactory = _ => "" };
}

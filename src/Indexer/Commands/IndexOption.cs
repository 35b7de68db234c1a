using System.CommandLine;

namespace Indexer.Commands;

/// <summary><c>--index DIR</c>, the same for every verb.</summary>
internal static class IndexOption
{
    public static Option<string> Create() => new("--index")
    {
        Description = "The folder of the index; index/ by default.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "index",
    };
}

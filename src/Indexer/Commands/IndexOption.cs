using System.CommandLine;

namespace Indexer.Commands;

/// <summary><c>--index DIR</c>, the same for every verb.</summary>
internal static class IndexOption
{
    public static Option<string> Create()
    {
        var index = new Option<string>("--index")
        {
            Description = "The folder of the index; index/ by default.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "index"
        };
        index.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("--index is empty; expected the folder of an index");
        });
        return index;
    }
}

using System.CommandLine;
using Indexer.Boilerplate;

namespace Indexer.Commands;

/// <summary><c>--boilerplate FILE</c>, the same for every verb that makes articles.</summary>
internal static class BoilerplateOption
{
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--boilerplate")
        {
            Description = "Paragraphs to leave out of bodies, by source, as the verb boilerplate lists them.",
            HelpName = "FILE",
        };
        option.Validators.Add(result =>
        {
            try
            {
                Read(result.GetValueOrDefault<string?>());
            }
            catch (BoilerplateException e)
            {
                result.AddError(e.Message);
            }
        });
        return option;
    }

    /// <exception cref="BoilerplateException">The file is not a boilerplate list.</exception>
    public static SourceBoilerplate Read(string? path) => path is null ? SourceBoilerplate.None : SourceBoilerplate.Read(path);
}

using System.CommandLine;
using Indexer.Fields;

namespace Indexer.Commands;

/// <summary><c>--mapping FILE</c>, the same for every verb that reads archives.</summary>
internal static class MappingOption
{
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--mapping")
        {
            Description =
                "A JSON file that says which columns of tables and JSON are which fields: {\"headline\": \"Titel\", \"body\": "
                + "[\"Vorspann\", \"Text\"]}. By their names otherwise.",
            HelpName = "FILE",
        };
        option.Validators.Add(result =>
        {
            try
            {
                Read(result.GetValueOrDefault<string?>());
            }
            catch (FieldMappingException e)
            {
                result.AddError(e.Message);
            }
        });
        return option;
    }

    /// <exception cref="FieldMappingException">The file is not a mapping.</exception>
    public static FieldMapping Read(string? path) => path is null ? FieldMapping.ByName : FieldMapping.Read(path);
}

using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SearchService.Settings;

/// <summary>What the documentation of a property says, from the file that the compiler writes beside its assembly.</summary>
internal static partial class PropertySummaries
{
    private static readonly Dictionary<Assembly, Dictionary<string, string>> Read = [];

    /// <summary>The summary as one line; empty where there is none.</summary>
    public static string Of(PropertyInfo property)
    {
        var assembly = property.DeclaringType!.Assembly;
        if (!Read.TryGetValue(assembly, out var summaries))
            Read[assembly] = summaries = ReadAll(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml"));
        return summaries.GetValueOrDefault($"P:{property.DeclaringType.FullName}.{property.Name}", "");
    }

    private static Dictionary<string, string> ReadAll(string path) => File.Exists(path)
        ? XDocument.Load(path).Descendants("member").Where(member => member.Element("summary") is not null)
            .ToDictionary(member => (string)member.Attribute("name")!,
                member => Spaces().Replace(member.Element("summary")!.Value, " ").Trim())
        : [];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

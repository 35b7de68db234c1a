using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SearchService.Settings;

/// <summary>Documentation of properties, read from the XML file that the compiler writes beside the assembly.</summary>
internal static partial class PropertySummaries
{
    private static readonly Dictionary<Assembly, Dictionary<string, string>> Known = [];

    /// <summary>The summary on one line; empty when there is none.</summary>
    public static string Of(PropertyInfo property)
    {
        var assembly = property.DeclaringType!.Assembly;
        if (!Known.TryGetValue(assembly, out var summaries))
            Known[assembly] = summaries = Read(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml"));
        return summaries.GetValueOrDefault($"P:{property.DeclaringType.FullName}.{property.Name}", "");
    }

    private static Dictionary<string, string> Read(string path) => File.Exists(path)
        ? XDocument.Load(path).Descendants("member").Where(member => member.Element("summary") is not null)
            .ToDictionary(member => (string)member.Attribute("name")!,
                member => OfElement(member.Element("summary")!))
        : [];

    /// <summary>The text of a summary on one line; a reference to a member is its name.</summary>
    internal static string OfElement(XElement summary) =>
        Spaces().Replace(string.Concat(summary.DescendantNodes().Select(TextOf)), " ").Trim();

    private static string? TextOf(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference =>
            (string?)reference.Attribute("cref") is { } member ? NameIn(member) : (string?)reference.Attribute("langword"),
        _ => null,
    };

    /// <param name="member">Such as <c>P:NewsIndex.Ranking.RankingOptions.Bm25B</c> or <c>M:System.Math.Max(System.Int32)</c>.</param>
    private static string NameIn(string member) => member.Split('(')[0].Split('.', ':')[^1];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

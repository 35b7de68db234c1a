using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace SearchService.Settings;

/// <summary>A setting of the service.</summary>
/// <param name="Name">As configuration has it, such as Search:Index:Limits:Clauses.</param>
/// <param name="Range">Empty where any value will do.</param>
/// <param name="Summary">As the documentation of the property; empty where it does not lie beside the program.</param>
internal sealed record ServiceSetting(string Name, string Range, string Default, string Summary)
{
    private const string Section = "Search";

    /// <summary>Every setting, in the order of the options.</summary>
    public static IReadOnlyList<ServiceSetting> All { get; } = [.. Of(Section, new SearchOptions())];

    private static IEnumerable<ServiceSetting> Of(string section, object options)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null))
        {
            var name = $"{section}:{property.Name}";
            var value = property.GetValue(options)!;
            if (value is string || value.GetType().IsValueType)
                yield return new ServiceSetting(name, RangeOf(property), string.Create(CultureInfo.InvariantCulture, $"{value}"),
                    PropertySummaries.Of(property));
            else
                foreach (var inner in Of(name, value))
                    yield return inner;
        }
    }

    private static string RangeOf(PropertyInfo property)
    {
        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
            return string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}");
        return property.PropertyType == typeof(bool) ? "true or false" : "";
    }
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace SearchService.Settings;

/// <summary>One setting of the service, as <c>--help</c> lists it.</summary>
/// <param name="Name">Name in the configuration, such as Search:Index:Limits:Clauses.</param>
/// <param name="Range">Valid values; empty when any value is valid.</param>
/// <param name="Summary">Documentation of the property; empty when the documentation file is missing.</param>
internal sealed record ServiceSetting(string Name, string Range, string Default, string Summary)
{
    private const string Section = "Search";

    /// <summary>Every setting, in the order of the options.</summary>
    public static IReadOnlyList<ServiceSetting> All { get; } = [.. Properties(new SearchOptions()).Select(each => new ServiceSetting(
        each.Name, RangeOf(each.Property), string.Create(CultureInfo.InvariantCulture, $"{each.Value}"),
        PropertySummaries.Of(each.Property)))];

    /// <summary>Every setting with the property that holds it and its value in the given options.</summary>
    public static IEnumerable<(string Name, PropertyInfo Property, object Value)> Properties(SearchOptions options) =>
        Properties(Section, options);

    /// <summary>Valid values of a setting; empty when any value is valid.</summary>
    public static string RangeOf(PropertyInfo property)
    {
        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
            return string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}");
        return property.PropertyType == typeof(bool) ? "true or false" : "";
    }

    private static IEnumerable<(string Name, PropertyInfo Property, object Value)> Properties(string section, object options)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null))
        {
            var name = $"{section}:{property.Name}";
            var value = property.GetValue(options)!;
            if (value is string || value.GetType().IsValueType)
                yield return (name, property, value);
            else
                foreach (var inner in Properties(name, value))
                    yield return inner;
        }
    }
}

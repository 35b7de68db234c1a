using System.Globalization;
using System.Reflection;
using NewsIndex.Engines;

namespace SearchService.Settings;

/// <summary>One setting of the service, as <c>--help</c> lists it.</summary>
/// <param name="Name">Name in the configuration, such as Search:Index:Limits:Clauses.</param>
/// <param name="Range">Valid values; empty when any value is valid.</param>
/// <param name="Summary">Documentation of the property; empty when the documentation file is missing.</param>
internal sealed record ServiceSetting(string Name, string Range, string Default, string Summary)
{
    /// <summary>Every setting, section by section.</summary>
    public static IReadOnlyList<ServiceSetting> All { get; } = [.. Properties(new SearchOptions()).Select(each => new ServiceSetting(
        each.Name, RangeOf(each.Property), string.Create(CultureInfo.InvariantCulture, $"{each.Property.GetValue(each.Owner)}"),
        PropertySummaries.Of(each.Property)))];

    /// <summary>Every setting with the property that holds it in the given options.</summary>
    public static IEnumerable<(string Name, PropertyInfo Property, object Owner)> Properties(SearchOptions options) =>
        SettingSections.Of(options).SelectMany(section => section.Options.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsSetting)
            .Select(property => ($"{section.Name}:{property.Name}", property, section.Options)));

    /// <summary>Valid values of a setting; empty when any value is valid.</summary>
    public static string RangeOf(PropertyInfo property) =>
        OptionErrors.RangeOf(property) ?? (property.PropertyType == typeof(bool) ? "true or false" : "");

    /// <summary>A value rather than options of a section of their own.</summary>
    private static bool IsSetting(PropertyInfo property) =>
        property.SetMethod is not null && (property.PropertyType == typeof(string) || property.PropertyType.IsValueType);
}

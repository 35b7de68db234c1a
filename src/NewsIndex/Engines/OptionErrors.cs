using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace NewsIndex.Engines;

/// <summary>Checks options by their validation attributes; a sentence for each invalid one.</summary>
public static class OptionErrors
{
    /// <summary>Returns the errors of one object; other options that it contains are not checked.</summary>
    /// <param name="prefix">Stands before the name of each property, such as <c>Search:Index:</c>.</param>
    public static IEnumerable<string> Of(string prefix, object options) =>
        options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => Of(prefix + property.Name, property, options)).OfType<string>();

    /// <summary>The range of a property, such as <c>0 to 10</c>; null when it has none.</summary>
    public static string? RangeOf(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>() is { } range
        ? string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}")
        : null;

    private static string? Of(string name, PropertyInfo property, object options)
    {
        var value = property.GetValue(options);
        return property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(attribute => !attribute.IsValid(value)) switch
        {
            null => null,
            RequiredAttribute => $"{name} is empty; expected a value",
            RangeAttribute =>
                string.Create(CultureInfo.InvariantCulture, $"{name} is out of range ({value}); expected {RangeOf(property)}"),
            var other => string.Create(CultureInfo.InvariantCulture, $"{name} is invalid (\"{value}\"); expected {other.ErrorMessage}"),
        };
    }
}

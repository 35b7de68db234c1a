using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace SearchService.Settings;

/// <summary>Checks every setting when the service starts, so that an invalid one is reported with its name and range.</summary>
internal sealed class SettingsValidator : IValidateOptions<SearchOptions>
{
    public ValidateOptionsResult Validate(string? name, SearchOptions options)
    {
        List<string> errors =
            [.. ServiceSetting.Properties(options).Select(each => Error(each.Name, each.Property, each.Value)).OfType<string>()];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    /// <summary>Null for a valid value.</summary>
    private static string? Error(string name, PropertyInfo property, object value) =>
        property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(attribute => !attribute.IsValid(value)) switch
        {
            null => null,
            RequiredAttribute => $"{name} is empty; expected a value",
            RangeAttribute => string.Create(
                CultureInfo.InvariantCulture, $"{name} is out of range ({value}); expected {ServiceSetting.RangeOf(property)}"),
            var other => string.Create(CultureInfo.InvariantCulture, $"{name} is invalid (\"{value}\"); expected {other.ErrorMessage}"),
        };
}

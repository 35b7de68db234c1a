using Microsoft.Extensions.Options;
using NewsIndex.Engines;

namespace SearchService.Settings;

/// <summary>Checks every setting when the service starts, so that an invalid one is reported with its name and range.</summary>
internal sealed class SettingsValidator : IValidateOptions<SearchOptions>
{
    public ValidateOptionsResult Validate(string? name, SearchOptions options)
    {
        List<string> errors =
            [.. SettingSections.Of(options).SelectMany(section => OptionErrors.Of($"{section.Name}:", section.Options))];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}

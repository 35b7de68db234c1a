using CommandLines;

namespace SearchService.Settings;

/// <summary>Fills the options from the configuration: exactly the settings that <c>--help</c> lists.</summary>
internal static class SettingsBinder
{
    /// <exception cref="InvalidOperationException">A value has another type, or a key under <c>Search</c> is no setting.</exception>
    public static void Bind(IConfiguration configuration, SearchOptions options)
    {
        RefuseUnknown(configuration);
        foreach (var (name, property, owner) in ServiceSetting.Properties(options))
        {
            // Null where nothing is configured, which leaves the default.
            if (configuration.GetSection(name).Get(property.PropertyType) is { } value)
                property.SetValue(owner, value);
        }
    }

    private static void RefuseUnknown(IConfiguration configuration)
    {
        foreach (var (key, _) in configuration.GetSection(SettingSections.Root).AsEnumerable())
        {
            if (!IsSettingOrSection(key))
                throw new InvalidOperationException($"{key} is not a setting{Advice(key)}");
        }
    }

    private static bool IsSettingOrSection(string key) => ServiceSetting.All.Any(setting =>
        setting.Name.Equals(key, StringComparison.OrdinalIgnoreCase)
            || setting.Name.StartsWith(key + ':', StringComparison.OrdinalIgnoreCase));

    private static string Advice(string key) =>
        NearestName.To(key, ServiceSetting.All.Select(setting => setting.Name)) is { } nearest ? $" (did you mean {nearest}?)" : "";
}

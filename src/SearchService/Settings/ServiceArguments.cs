using CommandLines;

namespace SearchService.Settings;

/// <summary>Command line of the service: short options and settings, each with a value. Unknown ones are refused.</summary>
internal static class ServiceArguments
{
    /// <summary>Configuration sections of the framework, which the service passes on unread.</summary>
    private static readonly string[] FrameworkSections = ["Logging:", "Kestrel:"];

    /// <summary>Short options and the settings that they set.</summary>
    private static readonly (string Option, string Setting, string Value)[] Options =
    [
        ("--index", "Search:Index:Directory", "DIR"),
        ("--grpc-port", "Search:GrpcPort", "N"),
        ("--http-port", "Search:HttpPort", "N"),
        ("--address", "Search:Address", "IP"),
    ];

    public static bool AskForHelp(string[] args) => args.Any(argument => argument is "--help" or "-h" or "-?" or "/?");

    /// <returns>Values of settings by their name in the configuration.</returns>
    /// <exception cref="WrongSettingException">An option is unknown, is given twice or has no value.</exception>
    public static Dictionary<string, string?> Read(string[] args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < args.Length; i++)
        {
            var (word, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            var name = NameOf(word);
            if (value is null && (++i == args.Length || args[i].StartsWith("--", StringComparison.Ordinal)))
                throw new WrongSettingException($"{word} has no value; expected {word} {ValueOf(word)}");
            if (!settings.TryAdd(name, value ?? args[i]))
                throw new WrongSettingException($"{word} is given twice; expected it once");
        }

        return settings;
    }

    /// <summary>The text that <c>--help</c> prints.</summary>
    public static string Help()
    {
        List<string> lines =
        [
            "Serves a news archive over gRPC and REST, with a search page.",
            "",
            "Usage: SearchService [--index DIR] [--grpc-port N] [--http-port N] [--address IP] [--SETTING VALUE]…",
            "       SearchService keys --help",
            "",
            .. Options.Select(each => $"  {each.Option + " " + each.Value,-20}  sets {each.Setting}"),
            "  --help                prints this text",
            "",
            "Settings may be given as options (--Search:Deadline 00:00:05), in appsettings.json,",
            "or as environment variables (Search__Deadline=00:00:05):",
            "",
            .. ServiceSetting.All.SelectMany(Lines),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static IEnumerable<string> Lines(ServiceSetting setting)
    {
        var range = setting.Range.Length > 0 ? $"{setting.Range}; " : "";
        yield return $"  {setting.Name}  {range}default {(setting.Default.Length > 0 ? setting.Default : "empty")}";
        if (setting.Summary.Length > 0)
            yield return $"      {setting.Summary}";
    }

    private static string NameOf(string word)
    {
        if (Find(word) is { } option)
            return option.Setting;
        var name = word.StartsWith("--", StringComparison.Ordinal) ? word[2..] : "";
        return FrameworkSections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase))
            || ServiceSetting.All.Any(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? name
            : throw Unknown(word);
    }

    private static WrongSettingException Unknown(string word)
    {
        var nearest = NearestName.To(
            word, Options.Select(each => each.Option).Concat(ServiceSetting.All.Select(setting => "--" + setting.Name)));
        var advice = nearest is null ? "" : $"; did you mean {nearest}?";
        return new WrongSettingException($"{word} is not an option of the service; expected one that --help lists{advice}");
    }

    private static string ValueOf(string word) => Find(word)?.Value ?? "VALUE";

    private static (string Option, string Setting, string Value)? Find(string word) =>
        Array.Find(Options, each => each.Option == word) is { Option: not null } found ? found : null;
}

using CommandLines;

namespace SearchService.Settings;

/// <summary>The command line of the service: switches and settings, each with a value. What it does not know it refuses.</summary>
internal static class ServiceArguments
{
    /// <summary>Sections of the framework, whose settings are its own.</summary>
    private static readonly string[] OtherSections = ["Logging:", "Kestrel:"];

    private static readonly (string Switch, string Setting, string Value)[] Switches =
    [
        ("--index", "Search:Index:Directory", "DIR"),
        ("--grpc-port", "Search:GrpcPort", "N"),
        ("--http-port", "Search:HttpPort", "N"),
        ("--address", "Search:Address", "IP"),
    ];

    public static bool AskForHelp(string[] args) => args.Any(argument => argument is "--help" or "-h" or "-?" or "/?");

    /// <returns>Settings by name.</returns>
    /// <exception cref="WrongSettingException">A word that is no setting, or a setting without a value.</exception>
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

    /// <summary>What <c>--help</c> prints.</summary>
    public static string Help()
    {
        var lines = new List<string>
        {
            "Serves a news archive over gRPC and REST, with a search page.",
            "",
            "Usage: SearchService [--index DIR] [--grpc-port N] [--http-port N] [--address IP] [--SETTING VALUE]…",
            "",
        };
        lines.AddRange(Switches.Select(each => $"  {each.Switch + " " + each.Value,-20}  {each.Setting}"));
        lines.AddRange(
            ["  --help                this text", "",
            "Settings, as switches (--Search:Deadline 00:00:05), in appsettings.json or in the environment (Search__Deadline=00:00:05):",
            ""]);
        foreach (var setting in ServiceSetting.All)
        {
            lines.Add($"  {setting.Name}  {(setting.Range.Length > 0 ? $"{setting.Range}; " : "")}default {(setting.Default.Length > 0 ? setting.Default : "empty")}");
            if (setting.Summary.Length > 0)
                lines.Add($"      {setting.Summary}");
        }

        return string.Join(Environment.NewLine, lines);
    }

    private static string NameOf(string word)
    {
        if (Array.Find(Switches, each => each.Switch == word) is { Switch: not null } known)
            return known.Setting;
        var name = word.StartsWith("--", StringComparison.Ordinal) ? word[2..] : "";
        if (OtherSections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase))
            || ServiceSetting.All.Any(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            return name;
        var nearest =
            NearestName.To(word, Switches.Select(each => each.Switch).Concat(ServiceSetting.All.Select(setting => "--" + setting.Name)));
        throw new WrongSettingException(
            $"{word} is no switch of the service; expected one of those that --help lists{(nearest is null ? "" : $"; did you mean {nearest}?")}");
    }

    private static string ValueOf(string word) =>
        Array.Find(Switches, each => each.Switch == word) is { Switch: not null } known ? known.Value : "VALUE";
}

using System.CommandLine;

namespace SearchCli.Commands;

/// <summary><c>--server URL</c>, the address of the service.</summary>
internal static class ServerOption
{
    /// <summary>The environment variable with the default of <c>--server</c>.</summary>
    public const string Variable = "NEWSSEARCH_SERVER";

    private const string Name = "--server";
    private const string DefaultAddress = "http://127.0.0.1:5081";

    public static Option<string> Create()
    {
        var server = new Option<string>(Name)
        {
            Description = $"The gRPC address of the service; by default the environment variable {Variable}, or else {DefaultAddress}.",
            HelpName = "URL",
            DefaultValueFactory = _ => DefaultAddress,
        };
        server.Validators.Add(result =>
        {
            var address = result.GetValueOrDefault<string>();
            if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
                result.AddError($"{(result.Implicit ? Variable : Name)} \"{address}\" is invalid; expected a URL such as {DefaultAddress}");
        });
        return server;
    }

    /// <summary>Changes the default of every verb.</summary>
    public static void SetDefault(Command root, string address)
    {
        var options = root.Subcommands.SelectMany(verb => verb.Options).OfType<Option<string>>();
        foreach (var server in options.Where(option => option.Name == Name))
            server.DefaultValueFactory = _ => address;
    }

    /// <summary>Returns the address of a command line; empty if the verb calls no service.</summary>
    public static string Of(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.OfType<Option<string>>().FirstOrDefault(option => option.Name == Name) is { } server
            ? parsed.GetValue(server) ?? ""
            : "";
}

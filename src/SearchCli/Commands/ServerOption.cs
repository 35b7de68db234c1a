using System.CommandLine;

namespace SearchCli.Commands;

/// <summary><c>--server</c>, the same for every verb.</summary>
internal static class ServerOption
{
    /// <summary>The environment variable that names the service where <c>--server</c> does not.</summary>
    public const string Variable = "NEWSSEARCH_SERVER";

    private const string Name = "--server";
    private const string Usual = "http://127.0.0.1:5081";

    public static Option<string> Create()
    {
        var server = new Option<string>(Name)
        {
            Description = $"The gRPC address of the service; {Variable} of the environment by default, or else {Usual}.",
            HelpName = "URL",
            DefaultValueFactory = _ => Usual,
        };
        server.Validators.Add(result =>
        {
            var address = result.GetValueOrDefault<string>();
            if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
                result.AddError($"{(result.Implicit ? Variable : Name)} is \"{address}\"; expected an address such as {Usual}");
        });
        return server;
    }

    /// <summary>Lets every verb ask the service that the environment names, where <c>--server</c> names none.</summary>
    public static void SetDefault(Command root, string named)
    {
        foreach (var server in root.Subcommands.SelectMany(verb => verb.Options).OfType<Option<string>>()
            .Where(option => option.Name == Name))
            server.DefaultValueFactory = _ => named;
    }

    /// <summary>What the command line asked; empty where a verb asks none.</summary>
    public static string Of(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.OfType<Option<string>>().FirstOrDefault(option => option.Name == Name) is { } server
            ? parsed.GetValue(server) ?? ""
            : "";
}

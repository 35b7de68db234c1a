using System.CommandLine;

namespace SearchCli.Commands;

/// <summary><c>--server</c>, the same for every verb.</summary>
internal static class ServerOption
{
    public static Option<string> Create() => new("--server")
    {
        Description = "The gRPC address of the service; http://127.0.0.1:5081 by default.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:5081",
    };
}

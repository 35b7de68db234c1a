using System.CommandLine;

namespace Evaluation.Commands;

/// <summary>Options that name a running service of this machine, and the archive of its index.</summary>
internal sealed class RunningService
{
    private readonly Option<string> articles = new("--articles")
    {
        Required = true,
        HelpName = "F.jsonl[.gz]",
        Description = "Articles of the index, of whose words the queries are made.",
    };

    private readonly Option<string> grpc = new("--grpc") { HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5081" };
    private readonly Option<string> http = new("--http") { HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    /// <summary>Adds the options to a command, which refuses services of other machines.</summary>
    public void AddTo(Command command)
    {
        foreach (var url in (Option<string>[])[grpc, http])
        {
            url.Validators.Add(result =>
            {
                if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var uri) || !uri.IsLoopback)
                    result.AddError($"{url.Name} is invalid; expected a URL of this machine's loopback, such as http://127.0.0.1:5081");
            });
            command.Add(url);
        }

        command.Add(articles);
    }

    public string Articles(ParseResult parsed) => parsed.GetValue(articles)!;

    public Uri Grpc(ParseResult parsed) => new(parsed.GetValue(grpc)!);

    public Uri Http(ParseResult parsed) => new(parsed.GetValue(http)!);
}

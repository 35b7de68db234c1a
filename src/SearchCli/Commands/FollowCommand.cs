using System.CommandLine;
using SearchCli.Output;

namespace SearchCli.Commands;

/// <summary>
/// <c>follow QUERY…</c>: prints each article that a query finds once, when it enters the index, and again when its text changes.
/// </summary>
internal static class FollowCommand
{
    private const double DefaultSeconds = 2;
    private const double MinSeconds = 0.5;
    private const double MaxSeconds = 86_400;

    public static Command Create(ServerConnection connection)
    {
        var state = new Option<string>("--state")
        {
            Description = "A file that remembers how far the query was followed, so that the next run continues from there.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "",
        };
        var once = new Option<bool>("--once")
        {
            Description = "Print articles that arrived since the last run and exit: for a timer. Needs --state.",
        };
        var every = IntervalOption();
        var json = new Option<bool>("--json") { Description = "Each reply that has hits as JSON, an object a line." };
        var command = new Command("follow", "Prints new articles that fit a query, each text once.") { state, once, every, json };
        var arguments = SearchArguments.AddTo(command, hasOrder: false, ofOneState: false);
        command.Validators.Add(result =>
        {
            if (result.GetValue(once) && result.GetResult(every) is { Implicit: false })
                result.AddError("--once and --every exclude each other");
            if (result.GetValue(once) && string.IsNullOrEmpty(result.GetValue(state)))
                result.AddError("--once needs --state FILE, which remembers the last run");
        });
        return command.WithServer(connection, (parsed, client, cancellation) =>
        {
            var output = parsed.GetValue(json) ? HitOutput.Json : HitOutput.Text;
            var follower = new Follower(client, FollowedState.Read(parsed.GetValue(state)!), output);
            TimeSpan? interval = parsed.GetValue(once) ? null : TimeSpan.FromSeconds(parsed.GetValue(every));
            return follower.RunAsync(arguments.ToRequest(parsed), interval, cancellation);
        });
    }

    private static Option<double> IntervalOption()
    {
        var every = new Option<double>("--every")
        {
            Description = "Seconds between two searches; 0.5 to 86,400, 2 by default.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => DefaultSeconds,
        };
        every.MustBe(seconds => seconds is >= MinSeconds and <= MaxSeconds, "0.5 to 86,400 seconds");
        return every;
    }
}

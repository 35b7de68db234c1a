using System.CommandLine;
using Grpc.Core;
using Grpc.Net.Client;
using NewsSearch.V1;
using SearchCli.Output;
using V1 = NewsSearch.V1;

namespace SearchCli.Commands;

/// <summary><c>follow QUERY…</c>: prints each article that a query finds once, as it comes into the index, and again when it is given another text.</summary>
internal static class FollowCommand
{
    private const int PageSize = 100;

    public static Command Create()
    {
        var state = new Option<string>("--state") { Description = "A file that remembers how far the query was followed, so that the next run goes on from there.", HelpName = "FILE", DefaultValueFactory = _ => "" };
        var once = new Option<bool>("--once") { Description = "Print what has come in since the last run and end: for a timer. Needs --state." };
        var every = new Option<double>("--every") { Description = "Seconds between two looks; 0.5 to 86,400, 2 by default.", HelpName = "SECONDS", DefaultValueFactory = _ => 2 };
        every.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0.5 and <= 86_400))
                result.AddError("--every must be 0.5 to 86,400");
        });
        var json = new Option<bool>("--json") { Description = "Each reply that has hits as JSON, an object a line." };
        var server = ServerOption.Create();
        var command = new Command("follow", "Prints what comes into the index and fits a query, each text once.") { state, once, every, json, server };
        var arguments = SearchArguments.AddTo(command, hasOrder: false, ofOneState: false);
        command.Validators.Add(result =>
        {
            if (result.GetValue(once) && result.GetResult(every) is { Implicit: false })
                result.AddError("--once looks once, and --every again and again: they exclude each other");
            if (result.GetValue(once) && string.IsNullOrEmpty(result.GetValue(state)))
                result.AddError("--once needs --state FILE: without it nothing is known of the run before");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            var following = new Following(channel, FollowedState.In(parsed.GetValue(state)!), parsed.GetValue(json) ? HitOutput.Json : HitOutput.Text);
            return await following.RunAsync(arguments.ToRequest(parsed), parsed.GetValue(once) ? null : TimeSpan.FromSeconds(parsed.GetValue(every)), cancellation);
        });
        return command;
    }

    private sealed class Following(GrpcChannel channel, FollowedState state, HitOutput output)
    {
        private readonly V1.SearchService.SearchServiceClient articles = new(channel);
        private readonly IndexService.IndexServiceClient index = new(channel);

        /// <param name="every">Null to look once.</param>
        public async Task<int> RunAsync(SearchRequest request, TimeSpan? every, CancellationToken cancellation)
        {
            request.OrderBy = "arrived";
            request.PageSize = PageSize;
            var asked = await AskedAsync(request, cancellation);
            if (!state.IsOf(asked))
            {
                await Console.Error.WriteLineAsync(
                    $"{state.Path} follows another query, {state.Last!.Asked!.Query}: give this one a file of its own, or delete that one to follow from now on");
                return ExitCode.NothingDone;
            }

            try
            {
                while (await LookAsync(request, asked, cancellation))
                {
                    if (every is not { } pause)
                        return 0;
                    await Task.Delay(pause, cancellation);
                }

                return 1;
            }
            catch (Exception e) when (cancellation.IsCancellationRequested && e is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
            {
                return 0;
            }
        }

        /// <summary>The query is read before anything else, so that its mistakes are told at once.</summary>
        private async Task<FollowedState.Search> AskedAsync(SearchRequest request, CancellationToken cancellation)
        {
            var read = await articles.ParseQueryAsync(
                new ParseQueryRequest
                {
                    Query = request.Query,
                    Syntax = request.Syntax,
                    Forgiving = request.Forgiving,
                    TimeZone = request.TimeZone
                }, cancellationToken: cancellation);
            if (state.Last is null)
                await EmptyAnswer.PrintAsync(read.Notices, null);
            var filters = request.Clone();
            filters.Query = "";
            return new FollowedState.Search(request.Query, read.CanonicalQuery, JsonOutput.Of(filters));
        }

        /// <returns>False when the index is another than before.</returns>
        private async Task<bool> LookAsync(SearchRequest request, FollowedState.Search asked, CancellationToken cancellation)
        {
            var now = await index.GetIndexInfoAsync(new GetIndexInfoRequest(), cancellationToken: cancellation);
            if (state.Last is { } last && last.Index != now.Identity)
            {
                await Console.Error.WriteLineAsync($"the index was built anew since generation {last.Generation}, and what is new in it cannot be told: {(state.Path.Length > 0 ? $"delete {state.Path}" : "begin again")} to follow from now on");
                return false;
            }

            if (state.Last is not { Generation: var generation })
            {
                // What was there before is no news.
                state.Write(now.Identity, now.Generation, asked);
                await Console.Error.WriteLineAsync($"following from generation {now.Generation} on");
                return true;
            }

            request.Since = generation;
            request.PageToken = "";
            SearchResponse page;
            do
            {
                page = await articles.SearchAsync(request, cancellationToken: cancellation);
                if (page.Hits.Count > 0)
                    output.Print(page);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            state.Write(now.Identity, page.Generation, asked);
            return true;
        }
    }
}

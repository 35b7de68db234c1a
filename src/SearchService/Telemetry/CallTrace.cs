using System.Diagnostics;
using Grpc.Core;

namespace SearchService.Telemetry;

/// <summary>
/// Traces of calls: one activity for the call, with the activities <c>plan</c>, <c>search</c> and <c>reply</c> below it. OpenTelemetry
/// collects them by the name of the source.
/// </summary>
/// <remarks>
/// Tags of the call follow OpenTelemetry's conventions for RPC. No tag holds the text of a query, which may be confidential.
/// </remarks>
internal static class CallTrace
{
    public const string SourceName = "NewsSearch.Service";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the activity of a call; null without a listener.</summary>
    /// <param name="method">The full name, such as <c>/newssearch.v1.SearchService/Search</c>.</param>
    public static Activity? StartCall(string method)
    {
        var activity = Source.StartActivity(method.TrimStart('/'));
        if (activity is null)
            return null;
        var slash = activity.DisplayName.LastIndexOf('/');
        return activity.SetTag("rpc.system", "grpc")
            .SetTag("rpc.service", activity.DisplayName[..Math.Max(slash, 0)])
            .SetTag("rpc.method", activity.DisplayName[(slash + 1)..]);
    }

    /// <summary>Marks the activity of a call that failed with its status.</summary>
    public static void Fail(Activity? call, RpcException status) =>
        call?.SetTag("rpc.grpc.status_code", (int)status.StatusCode).SetStatus(ActivityStatusCode.Error, status.StatusCode.ToString());

    /// <summary>Reads a request into a plan within an activity.</summary>
    public static T Plan<T>(Func<T> read) => Run("plan", read);

    /// <summary>Writes a result as a message within an activity.</summary>
    public static T Reply<T>(Func<T> write) => Run("reply", write);

    /// <summary>Begins the activity of one piece of work on the index, its wait for a thread included.</summary>
    public static Activity? StartSearch(in PlanFacts facts) => Source.StartActivity("search")
        ?.SetTag("newssearch.clauses", facts.Clauses)
        .SetTag("newssearch.order", facts.Order)
        .SetTag("newssearch.page_size", facts.PageSize)
        .SetTag("newssearch.generation", facts.Generation?.ToString() ?? "");

    /// <summary>Marks the moment at which the work got its thread.</summary>
    public static void Admit(Activity? search) => search?.AddEvent(new ActivityEvent("admitted"));

    private static T Run<T>(string name, Func<T> work)
    {
        using var activity = Source.StartActivity(name);
        return work();
    }
}

using System.Diagnostics;

namespace NewsIndex.Tracing;

/// <summary>Spans of the library. They cost nothing while no listener asks for <see cref="SourceName"/>.</summary>
public static class IndexTrace
{
    /// <summary>The name of the <see cref="ActivitySource"/>, to be added to a tracer.</summary>
    public const string SourceName = "NewsSearch.Index";

    internal const string OpenSnapshot = "open snapshot";
    internal const string WarmUp = "warm up";
    internal const string Commit = "commit";

    /// <summary>Stages of a search. Articles are counted in the pass that selects and ranks them, unless no hit is wanted.</summary>
    internal const string Translate = "translate";
    internal const string SelectAndRank = "select and rank";
    internal const string Count = "count";
    internal const string Rescore = "rescore";
    internal const string Read = "read hits";

    /// <summary>The generation that a span is about, as a tag.</summary>
    internal const string Generation = "newssearch.generation";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A span that lasts until it is disposed; null without a listener.</summary>
    internal static Activity? Start(string name) => Source.StartActivity(name);
}

namespace SearchService.Settings;

/// <summary>The sections of the configuration and the options that each fills.</summary>
/// <remarks>The library divides the options of an index by concern; operators find them in one section.</remarks>
internal static class SettingSections
{
    /// <summary>The name of the section that contains all others.</summary>
    public const string Root = "Search";

    private const string Index = $"{Root}:Index";

    /// <summary>Every section that fills the given options, in the order of <c>--help</c>.</summary>
    public static IEnumerable<(string Name, object Options)> Of(SearchOptions options) =>
    [
        (Root, options),
        ($"{Root}:Access", options.Access),
        ($"{Root}:Access:Jwt", options.Access.Jwt),
        ($"{Root}:Ingest", options.Ingest),
        (Index, options.Index),
        (Index, options.Index.Ranking),
        (Index, options.Index.Snapshots),
        (Index, options.Index.Storage),
        (Index, options.Index.Intake),
        ($"{Index}:Pins", options.Index.Pins),
        ($"{Index}:Limits", options.Index.Limits),
    ];
}

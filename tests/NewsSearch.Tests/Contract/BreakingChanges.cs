namespace NewsSearch.Tests.Contract;

/// <summary>Finds what a client of an earlier contract would stumble over in a later one.</summary>
internal static class BreakingChanges
{
    /// <param name="before">Facts of the earlier contract, as <see cref="ContractFacts"/> states them.</param>
    /// <param name="after">Facts of the later one.</param>
    /// <returns>A sentence for each change; none if every client of the earlier contract still works.</returns>
    public static IReadOnlyList<string> Between(IReadOnlyCollection<string> before, IReadOnlyCollection<string> after)
    {
        var kept = after.ToHashSet(StringComparer.Ordinal);
        var present = after.ToLookup(ElementOf, StringComparer.Ordinal);
        var known = before.Select(ElementOf).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. before.Where(fact => !kept.Contains(fact) && !IsRelaxed(fact))
                .Select(fact => present[ElementOf(fact)].FirstOrDefault() is { } now
                    ? $"{ElementOf(fact)} was \"{ValueOf(fact)}\" and is \"{ValueOf(now)}\""
                    : $"{ElementOf(fact)} was removed"),
            .. after.Where(fact => IsRequirement(fact) && known.Contains(MessageOf(fact)) && !before.Contains(fact))
                .Select(fact => $"{ElementOf(fact)["behavior ".Length..]} became required"),
        ];
    }

    /// <summary>Requests that were valid stay valid when a field needs no value any more.</summary>
    private static bool IsRelaxed(string fact) => fact.StartsWith("behavior ", StringComparison.Ordinal);

    private static bool IsRequirement(string fact) => IsRelaxed(fact) && ValueOf(fact) == "Required";

    /// <summary>The message that a behaviour's field belongs to: a new message may require what it likes.</summary>
    private static string MessageOf(string behavior)
    {
        var field = ElementOf(behavior)["behavior ".Length..];
        return "message " + field[..field.LastIndexOf('.')];
    }

    private static string ElementOf(string fact) => fact[..fact.LastIndexOf(": ", StringComparison.Ordinal)];

    private static string ValueOf(string fact) => fact[(fact.LastIndexOf(": ", StringComparison.Ordinal) + 2)..];
}

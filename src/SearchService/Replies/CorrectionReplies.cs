using Google.Protobuf.WellKnownTypes;
using NewsIndex.Entities;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes corrections as messages.</summary>
internal static class CorrectionReplies
{
    /// <param name="page">Some of the corrections, the oldest first.</param>
    /// <param name="next">Token of the next page.</param>
    /// <param name="current">All corrections, which decide what is in force.</param>
    public static V1.ListCorrectionsResponse From(IEnumerable<EntityCorrection> page, string next, EntityCorrections current) =>
        new() { Corrections = { page.Select(correction => From(correction, current)) }, NextPageToken = next };

    public static V1.Correction From(EntityCorrection correction, EntityCorrections current) => new()
    {
        Number = correction.Number,
        Kind = CorrectionKinds.NameOf(correction),
        Who = correction.Who,
        When = Timestamp.FromDateTimeOffset(correction.When),
        Why = correction.Why,
        Summary = Summary(correction),
        InForce = current.IsInForce(correction),
        Note = current.WhyWithoutEffect(correction) is { } reason ? $"It has no effect: {reason}." : "",
    };

    private static string In(IReadOnlyList<string> articles) => articles.Count switch
    {
        0 => "",
        1 => $" in article {articles[0]}",
        _ => $" in articles {string.Join(", ", articles)}",
    };

    private static string MentionsOf(EntityCorrection.Split split) =>
        split.Names.Count == 0 ? "every mention" : string.Join(", ", split.Names);

    private static string Summary(EntityCorrection correction) => correction switch
    {
        EntityCorrection.Merge merge => $"{merge.From.Id} is {merge.Into.Id}",
        EntityCorrection.Split split =>
            $"{MentionsOf(split)} of {split.From.Id}{In(split.Articles)} is {split.NewName} ({split.Into.Id})",
        EntityCorrection.Rename rename => $"{rename.Entity.Id} is shown as {rename.Name}",
        EntityCorrection.Hide hide => $"article {hide.ArticleId} does not mention {hide.Entity.Id}",
        EntityCorrection.Undo undo => $"number {undo.Undone} no longer counts",
        _ => "",
    };
}

namespace NewsIndex.Articles;

/// <summary>A day that an article states beside the one that was believed.</summary>
public sealed record ConflictingDate(PartialDate Date, DateProvenance Provenance);

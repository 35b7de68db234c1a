namespace NewsIndex.Articles;

/// <summary>A day that an article states besides the one that was chosen.</summary>
public sealed record ConflictingDate(PartialDate Date, DateProvenance Provenance);

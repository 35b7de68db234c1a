namespace NewsIndex.Entities;

/// <summary>Result of making a correction.</summary>
/// <param name="Made">The correction; null if there was an objection.</param>
/// <param name="Objection">The objection; null if the correction was made.</param>
/// <param name="After">The corrections in force then.</param>
public sealed record CorrectionOutcome(EntityCorrection? Made, CorrectionObjection? Objection, EntityCorrections After);

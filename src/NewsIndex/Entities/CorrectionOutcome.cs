namespace NewsIndex.Entities;

/// <summary>What became of a correction.</summary>
/// <param name="Made">Null when there was an objection.</param>
/// <param name="Objection">Null when it was made.</param>
/// <param name="After">The corrections in force now.</param>
public sealed record CorrectionOutcome(EntityCorrection? Made, CorrectionObjection? Objection, EntityCorrections After);

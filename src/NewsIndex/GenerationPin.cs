namespace NewsIndex;

/// <summary>A generation that is kept so that what was cited from it can be asked again.</summary>
/// <param name="By">Who asked for it; empty when nobody said.</param>
/// <param name="Corrections">How many corrections of entities had been made: later ones do not change what is cited. Null, of old pins: all count.</param>
public sealed record GenerationPin(Generation Generation, DateTimeOffset PinnedAt, string By, string Why, int? Corrections = null);

namespace NewsIndex;

/// <summary>A generation that is kept so that what was cited from it can be asked again.</summary>
/// <param name="By">Who asked for it; empty when nobody said.</param>
public sealed record GenerationPin(Generation Generation, DateTimeOffset PinnedAt, string By, string Why);

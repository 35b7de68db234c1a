namespace NewsIndex.Intake;

/// <summary>One text of one article.</summary>
/// <param name="Content">The key of its record: see <see cref="Articles.ContentKey"/>.</param>
internal readonly record struct TextVersion(string Id, ulong Content);

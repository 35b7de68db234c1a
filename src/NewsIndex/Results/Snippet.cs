namespace NewsIndex.Results;

/// <summary>A passage of an article with its matches.</summary>
/// <param name="Field"><c>headline</c> or <c>body</c>.</param>
/// <param name="Matches">In order, without overlap; offsets into <paramref name="Text"/>.</param>
public sealed record Snippet(string Field, string Text, IReadOnlyList<TextRange> Matches);

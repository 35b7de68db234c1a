using NewsIndex.Articles;

namespace Indexer.Archives;

/// <summary>One record of an archive: an article, or why there is none.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Offset">Where the record begins, in bytes from 0, after decompression.</param>
internal abstract record Reading(string Path, long Offset)
{
    internal sealed record Read(string Path, long Offset, Article Article) : Reading(Path, Offset);

    /// <param name="Reader">The name of the reader; <c>none</c> when none recognised the file.</param>
    /// <param name="Reason">What was wrong and what was expected.</param>
    /// <param name="Snippet">The beginning of the record, at most <see cref="SnippetLength"/> characters.</param>
    internal sealed record Rejected(string Path, long Offset, string Reader, string Reason, string Snippet) : Reading(Path, Offset);

    public const int SnippetLength = 200;

    public static string SnippetOf(ReadOnlySpan<byte> bytes) =>
        new([.. TextDecoding.Decode(bytes[..Math.Min(bytes.Length, SnippetLength)]).Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '\uFFFD' : c)]);
}

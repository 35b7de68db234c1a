using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Records;

/// <summary>One record of an archive: an article, or the reason why there is none.</summary>
/// <param name="Path">Path of the file as given; for a file inside an archive, <c>archive.zip!folder/file</c>.</param>
/// <param name="Offset">Start of the record, in bytes from 0 of the decompressed file.</param>
/// <param name="Reader">The name of the reader; <see cref="NoReader"/> if none recognised the file.</param>
internal abstract record Reading(string Path, long Offset, string Reader)
{
    /// <param name="Notice">
    /// Describes a value of the record that could not be used, such as a date in an unknown format; null if all were.
    /// </param>
    internal sealed record Read(string Path, long Offset, string Reader, Article Article, string? Notice = null)
        : Reading(Path, Offset, Reader);

    /// <summary>A record that should be an article and cannot be read.</summary>
    /// <param name="Reason">What is wrong and what was expected.</param>
    /// <param name="Snippet">The beginning of the record, at most <see cref="SnippetLength"/> characters.</param>
    internal sealed record Rejected(string Path, long Offset, string Reader, string Reason, string Snippet) : Reading(Path, Offset, Reader);

    /// <summary>A well-formed record that is not an article: a picture in a crawl, a planning item of an agency.</summary>
    /// <param name="Reason">Names what the record is.</param>
    internal sealed record PassedOver(string Path, long Offset, string Reader, string Reason) : Reading(Path, Offset, Reader);

    public const string NoReader = "none";

    public const int SnippetLength = 200;

    public static string SnippetOf(ReadOnlySpan<byte> bytes) =>
        SnippetOf(TextDecoding.Decode(bytes[..Math.Min(bytes.Length, SnippetLength)]));

    public static string SnippetOf(string text) =>
        new([.. text.Take(SnippetLength).Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '\uFFFD' : c)]);
}

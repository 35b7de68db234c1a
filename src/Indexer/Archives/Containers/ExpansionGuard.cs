using System.Globalization;
using Indexer.Records;

namespace Indexer.Archives.Containers;

/// <summary>Stops decompression bombs: a few kilobytes that unpack into terabytes. Readers bound memory anyway; this saves time.</summary>
/// <param name="packed">Returns the number of compressed bytes read so far.</param>
internal sealed class ExpansionGuard(Stream unpacked, Func<long> packed) : ForwardStream
{
    /// <summary>Maximum ratio of unpacked to packed length; no news text compresses to a hundredth.</summary>
    private const long MaxRatio = 400;
    private const long MinSuspectBytes = 256L * 1024 * 1024;

    private long count;

    /// <exception cref="InvalidDataException">The file exceeds the maximum ratio, or is damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = unpacked.Read(buffer);
        }
        catch (Exception e) when (e is not IOException and not OutOfMemoryException)
        {
            // Decompressors throw different exceptions for damaged files, even IndexOutOfRangeException.
            throw new InvalidDataException($"the compressed data is damaged ({e.Message})", e);
        }

        count += read;
        if (count > MinSuspectBytes && count > MaxRatio * Math.Max(packed(), 1))
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"{packed():N0} bytes unpack into more than {count:N0}, which no archive of news does: if it is one, unpack it and index "
                + $"the files"));
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacked.Dispose();
        base.Dispose(disposing);
    }
}

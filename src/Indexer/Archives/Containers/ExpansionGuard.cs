using System.Globalization;
using Indexer.Records;

namespace Indexer.Archives.Containers;

/// <summary>
/// Stops a bomb: a few kilobytes that unpack into terabytes. Memory is safe either way, since readers bound it; this saves the time.
/// </summary>
/// <param name="packed">How many compressed bytes were read so far.</param>
internal sealed class ExpansionGuard(Stream unpacked, Func<long> packed) : ForwardStream
{
    /// <summary>No text was ever packed to less than a hundredth and was news.</summary>
    private const long MaxRatio = 400;
    private const long MinSuspectBytes = 256L * 1024 * 1024;

    private long count;

    /// <exception cref="InvalidDataException">The file unpacks into far too much, or is damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = unpacked.Read(buffer);
        }
        catch (Exception e) when (e is not IOException and not OutOfMemoryException)
        {
            // The decompressors throw whatever their formats call it, down to an index out of range.
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

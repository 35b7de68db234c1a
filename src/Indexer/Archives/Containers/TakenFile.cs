using System.Buffers;
using System.Runtime.ExceptionServices;
using Indexer.Records;

namespace Indexer.Archives.Containers;

/// <summary>A file of an archive. A small one is in memory, so that it can be read while the next one is unpacked.</summary>
/// <param name="Stream">The content. If unpacking failed, reading past the unpacked part throws the same exception.</param>
/// <param name="Bytes">Bytes in memory; null for a file that is still in the archive.</param>
internal readonly record struct TakenFile(Stream Stream, int? Bytes)
{
    private const int MaxInMemory = 1 << 20;

    public static TakenFile Of(PackedFile file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxInMemory + 1);
        var length = 0;
        Stream? packed = null;
        try
        {
            packed = file.Open();
            for (int read; length <= MaxInMemory && (read = packed.Read(buffer.AsSpan(length, MaxInMemory + 1 - length))) > 0;)
                length += read;
        }
        catch (Exception e) when (e is not OutOfMemoryException and not OperationCanceledException)
        {
            packed?.Dispose();
            packed = new BrokenStream(e);
        }

        var first = buffer.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return length <= MaxInMemory && packed is not BrokenStream
            ? InMemory(first, packed)
            : new TakenFile(new RewoundStream(first, packed), packed is BrokenStream ? length : null);
    }

    private static TakenFile InMemory(byte[] bytes, Stream packed)
    {
        packed.Dispose();
        return new TakenFile(new MemoryStream(bytes, writable: false), bytes.Length);
    }

    private sealed class BrokenStream(Exception failure) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            ExceptionDispatchInfo.Throw(failure);
            return 0;
        }
    }
}

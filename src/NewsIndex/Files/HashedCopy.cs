using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace NewsIndex.Files;

/// <summary>Reads a file once: to its SHA-256, and to a copy where one is wanted.</summary>
internal static class HashedCopy
{
    private const int BufferSize = 1 << 20;

    /// <summary>Reads an open file to its end.</summary>
    /// <param name="copy">Null to compute the hash alone.</param>
    /// <param name="read">Told of each number of bytes read.</param>
    /// <returns>SHA-256 in 64 hexadecimal digits.</returns>
    public static string Read(SafeFileHandle file, Stream? copy, Action<int> read, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        long offset = 0;
        for (int count; (count = RandomAccess.Read(file, buffer, offset)) > 0; offset += count)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, count);
            copy?.Write(buffer, 0, count);
            read(count);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

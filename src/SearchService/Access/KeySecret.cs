using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace SearchService.Access;

/// <summary>
/// The text of a key as its owner has it: <c>nsk_</c>, the id, an underscore and the secret part, 256 random bits in base64url.
/// </summary>
/// <remarks>
/// The secret part is hashed once with SHA-256, without salt. Slow, salted hashes protect passwords, which can be guessed. Nobody guesses
/// 256 random bits, and a hash that takes milliseconds would be paid by every call.
/// </remarks>
internal static class KeySecret
{
    private const string Prefix = "nsk_";
    private const int IdBytes = 4;
    private const int SecretBytes = 32;

    /// <summary>Makes a new key.</summary>
    /// <returns>The text for the owner, and what the service keeps of it.</returns>
    public static (string Text, string Id, byte[] Hash) Create()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return ($"{Prefix}{id}_{secret}", id, Hash(secret));
    }

    /// <summary>True for a text that is meant as a key, right or wrong.</summary>
    public static bool IsKey(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Reads a key; false for a text of another form.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? id, [NotNullWhen(true)] out byte[]? hash)
    {
        (id, hash) = (null, null);
        if (!IsKey(text) || text[Prefix.Length..].Split('_', 2) is not [{ Length: IdBytes * 2 } first, var secret])
            return false;
        (id, hash) = (first, Hash(secret));
        return true;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

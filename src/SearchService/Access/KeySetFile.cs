using Microsoft.IdentityModel.Tokens;

namespace SearchService.Access;

/// <summary>The public keys of an issuer in a file, as a JSON Web Key Set. The file is read again when it changes.</summary>
internal sealed class KeySetFile(string path)
{
    private readonly Lock reading = new();
    private (DateTime Written, long Length) stamp;

    /// <summary>The keys that were read last.</summary>
    public IList<SecurityKey> Keys { get; private set; } = [];

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException">The file is no key set.</exception>
    public void Read()
    {
        lock (reading)
        {
            var file = new FileInfo(path);
            var now = (file.LastWriteTimeUtc, file.Exists ? file.Length : -1);
            if (now == stamp)
                return;
            Keys = JsonWebKeySet.Create(File.ReadAllText(path)).GetSigningKeys();
            stamp = now;
        }
    }
}

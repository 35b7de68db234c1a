using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SearchService.Settings;
using SearchService.Telemetry;

namespace SearchService.Access;

/// <summary>The API keys in force. The file is read again when it changes.</summary>
/// <remarks>
/// A file that can no longer be read leaves the last keys in force, with an error in the log: a slip in an editor must not shut everyone
/// out. A file that cannot be read at the start stops the start.
/// </remarks>
internal sealed class KeyRing
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    private readonly string path;
    private readonly TimeProvider clock;
    private readonly ILogger<KeyRing> logger;
    private readonly Lock looking = new();
    private Dictionary<string, ApiKey> keys = [];
    private (DateTime Written, long Length) stamp;
    private long looked;

    /// <exception cref="FormatException">A line of the file is not a key.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public KeyRing(IOptions<SearchOptions> options, TimeProvider clock, ILogger<KeyRing> logger)
    {
        (path, this.clock, this.logger) = (options.Value.Access.KeyFile, clock, logger);
        looked = clock.GetTimestamp();
        if (path.Length > 0)
            (stamp, keys) = (StampOf(path), Load());
    }

    /// <summary>True while the file cannot be read and earlier keys are in force.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Finds the key of a text; null for a wrong one. An expired key is found too.</summary>
    public ApiKey? Find(string text)
    {
        if (!KeySecret.TryRead(text, out var id, out var hash))
            return null;
        var key = Current().GetValueOrDefault(id);
        // In constant time: how long it takes tells nothing of the hash. An unknown id takes as long.
        return CryptographicOperations.FixedTimeEquals(hash, key?.Hash ?? NoHash) ? key : null;
    }

    /// <summary>Reads the file now.</summary>
    /// <returns>The number of keys in force, and why the file cannot be read; empty if it was read, or if there is none.</returns>
    public (int Count, string Problem) Reload()
    {
        lock (looking)
        {
            stamp = default;
            var problem = path.Length > 0 ? Look() : "";
            return (keys.Count, problem);
        }
    }

    private Dictionary<string, ApiKey> Current()
    {
        lock (looking)
        {
            if (path.Length > 0 && clock.GetElapsedTime(looked) > LookEvery)
                Look();
            return keys;
        }
    }

    /// <returns>Why the file cannot be read; empty if it was read, or is as before.</returns>
    private string Look()
    {
        looked = clock.GetTimestamp();
        try
        {
            var now = StampOf(path);
            if (now == stamp)
                return "";
            stamp = now;
            keys = Load();
            IsStale = false;
            logger.KeysRead(keys.Count);
            return "";
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            if (!IsStale)
                logger.KeysNotRead(e.Message);
            IsStale = true;
            return e.Message;
        }
    }

    private Dictionary<string, ApiKey> Load() => KeyFile.Read(path).ToDictionary(key => key.Id);

    private static (DateTime, long) StampOf(string path) =>
        new FileInfo(path) is { Exists: true } file
            ? (file.LastWriteTimeUtc, file.Length)
            : throw new FileNotFoundException($"there is no key file {Path.GetFileName(path)}; make one with \"keys add\"");
}

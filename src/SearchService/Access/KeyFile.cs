using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace SearchService.Access;

/// <summary>The file of API keys: one JSON object a line. It holds hashes, no key.</summary>
internal static partial class KeyFile
{
    private const int MaxNameLength = 200;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads the keys in the order of the file.</summary>
    /// <exception cref="FormatException">A line is not a key; the message names the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyList<ApiKey> Read(string path)
    {
        var keys = File.ReadAllLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item))
            .Select(line => Parse(line.Item, $"line {line.Index + 1} of {Path.GetFileName(path)}")).ToList();
        return keys.CountBy(key => key.Id).FirstOrDefault(pair => pair.Value > 1) is { Key: { } twice }
            ? throw new FormatException($"{Path.GetFileName(path)} has the key {twice} twice; remove one of its lines")
            : keys;
    }

    /// <summary>Replaces the file as a whole, so that a service never reads half of it. Only its owner may read it.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, IEnumerable<ApiKey> keys)
    {
        var next = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(next, options))
        {
            foreach (var key in keys)
                file.Write([.. JsonSerializer.SerializeToUtf8Bytes(LineOf(key), Form), (byte)'\n']);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    /// <summary>Checks what a key is to grant.</summary>
    /// <returns>Null when it is valid, or else a sentence without its beginning and without a full stop.</returns>
    public static string? Objection(ApiKey key)
    {
        if (key.Name.Length is 0 or > MaxNameLength || key.Name.Any(char.IsControl) || key.Name != key.Name.Trim())
            return $"the name is invalid; expected 1 to {MaxNameLength} characters without control characters and outer spaces";
        if (key.Scopes.Count == 0)
            return $"there is no scope; expected one or more of {GrantedScopes.List}";
        if (key.Sources is { Count: 0 })
            return "the list of sources is empty; expected at least one, or no list for all sources";
        if (key.CallsPerSecond is <= 0 || key.ConcurrentCalls is <= 0)
            return "a limit is out of range; expected 1 or more, or none for the limit of the service";
        return key.Sources is not null && key.Scopes.FirstOrDefault(scope => !GrantedScopes.MayBeBoundToSources(scope)) is var wide
            && wide != default
            ? $"the scope {GrantedScopes.WordOf(wide)} concerns all sources; expected it in a key without sources"
            : null;
    }

    private static ApiKey Parse(string text, string where)
    {
        ApiKey key;
        try
        {
            key = KeyOf(JsonSerializer.Deserialize<Line>(text, Form) ?? throw new JsonException("null"));
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            // The message of the parser may quote the line.
            throw new FormatException($"{where} is not a key; expected a line as \"keys add\" writes it; repair or remove the line", e);
        }

        return Objection(key) is { } objection ? throw new FormatException($"{where}: {objection}") : key;
    }

    private static ApiKey KeyOf(Line line)
    {
        if (line.Id is null || !IdForm().IsMatch(line.Id) || Convert.FromHexString(line.Sha256 ?? "") is not { Length: 32 } hash)
            throw new FormatException();
        List<AccessScope> scopes = [.. (line.Scopes ?? []).Select(word => GrantedScopes.Find(word) ?? throw new FormatException())];
        DateTimeOffset? expires = line.Expires is null ? null : DateTimeOffset.Parse(line.Expires, CultureInfo.InvariantCulture);
        return new ApiKey(line.Id, line.Name ?? "", hash, scopes, line.Sources, expires, line.CallsPerSecond, line.ConcurrentCalls);
    }

    private static Line LineOf(ApiKey key) => new(
        key.Id, key.Name, Convert.ToHexStringLower(key.Hash), [.. key.Scopes.Select(GrantedScopes.WordOf)], key.Sources?.ToArray(),
        key.Expires?.ToString("O", CultureInfo.InvariantCulture), key.CallsPerSecond, key.ConcurrentCalls);

    [GeneratedRegex("^[0-9a-f]{8}$")]
    private static partial Regex IdForm();

    private sealed record Line(
        string? Id, string? Name, string? Sha256, string[]? Scopes, string[]? Sources, string? Expires, int? CallsPerSecond,
        int? ConcurrentCalls);
}

namespace SearchService.Access;

/// <summary>What the service knows of a key. It does not know the key.</summary>
/// <param name="Id">Public part of the key, by which it is found: 8 hexadecimal digits.</param>
/// <param name="Name">Who signs in with it: 1 to 200 characters. Several keys may have one name, while one replaces the other.</param>
/// <param name="Hash">SHA-256 of the secret part, in 32 bytes.</param>
/// <param name="Scopes">What it grants; at least one.</param>
/// <param name="Sources">Sources whose articles it shows; null for all.</param>
/// <param name="Expires">When it ends; null for never.</param>
/// <param name="CallsPerSecond">1 or more; null for the limit of the service.</param>
/// <param name="ConcurrentCalls">1 or more; null for the limit of the service.</param>
internal sealed record ApiKey(
    string Id, string Name, byte[] Hash, IReadOnlyList<AccessScope> Scopes, IReadOnlyList<string>? Sources, DateTimeOffset? Expires,
    int? CallsPerSecond, int? ConcurrentCalls);

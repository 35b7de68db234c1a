using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using NewsIndex.Generations;
using NewsIndex.SavedSnapshots;

namespace SearchService.Paging;

/// <summary>Tokens of the pages of one list: the key of the last entry of a page, opaque to the caller and bound to the request.</summary>
/// <remarks>
/// A <see cref="SealedToken"/> of: its kind (1 byte), a digest of the call and of the fields that choose the list (8), and the key in
/// UTF-8. Since a key names an entry and no offset, entries that are added or removed meanwhile shift nothing; a list that is ranked anew
/// for each page has a key that names its generation (<see cref="RankingToken"/>).
/// </remarks>
/// <param name="call">Name of the call.</param>
/// <param name="fields">The fields of the request that choose the list or its order; not the page size.</param>
internal sealed class ListToken(string call, params string[] fields)
{
    private const int DigestLength = 8;
    private const int KeyStart = 1 + DigestLength;

    // A field cannot run into the next one: each has its length before it.
    private readonly byte[] digest = SHA256.HashData(
        Encoding.UTF8.GetBytes(call + string.Concat(fields.Select(field => $"\n{field.Length}:{field}"))))[..DigestLength];

    public string Write(string last) => SealedToken.Write([SealedToken.OfList, .. digest, .. Encoding.UTF8.GetBytes(last)]);

    /// <returns>Key of the last entry of the previous page; null for the first page.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT (BAD_PAGE_TOKEN, or PAGE_TOKEN_MISMATCH for a token of another list).</exception>
    public string? Read(string text)
    {
        if (text.Length == 0)
            return null;
        var content = SealedToken.OpenPage(TokenField.OfList, text, SealedToken.OfList, KeyStart + 1);
        return content.AsSpan(1, DigestLength).SequenceEqual(digest)
            ? Encoding.UTF8.GetString(content.AsSpan(KeyStart..))
            : throw PageToken.Mismatch(TokenField.OfList, "another list", TokenField.OfList.Bound);
    }

    /// <summary>As <see cref="Read"/>, where the key is a number.</summary>
    public int? ReadNumber(string text) => Read(text) is not { } key ? null
        : int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw PageToken.Invalid(TokenField.OfList);

    /// <summary>As <see cref="Read"/>, where the key is a generation.</summary>
    public Generation? ReadGeneration(string text) => Read(text) is not { } key ? null
        : Generation.TryParse(key, out var generation) ? generation
        : throw PageToken.Invalid(TokenField.OfList);

    /// <summary>As <see cref="Read"/>, where the key is the place of a snapshot.</summary>
    public SnapshotPlace? ReadSnapshot(string text) => Read(text) is not { } key ? null
        : SnapshotPlace.TryParse(key, out var place) ? place
        : throw PageToken.Invalid(TokenField.OfList);
}

using System.Buffers.Text;

namespace NewsSearch.Tests.Service.Paging;

/// <summary>What a careless or curious caller makes of a token.</summary>
internal static class DamagedTokens
{
    /// <summary>The token with a bit of each byte changed, cut, and no token at all.</summary>
    public static IEnumerable<string> Of(string token)
    {
        var bytes = Base64Url.DecodeFromChars(token);
        for (var i = 0; i < bytes.Length; i++)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 1;
            yield return Base64Url.EncodeToString(changed);
        }

        yield return token[..^4];
        yield return "%%%";
        yield return "mine";
    }
}

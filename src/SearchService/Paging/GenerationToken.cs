using System.Buffers.Text;
using System.Text;
using Grpc.Core;
using NewsIndex.Generations;

namespace SearchService.Paging;

/// <summary>
/// Place in a list of generations, opaque to the caller: the last generation of a page. It stays valid when that one is gone.
/// </summary>
internal static class GenerationToken
{
    public static string Write(Generation last) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(last.ToString()));

    /// <returns>Null for the empty token: the first page.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT (BAD_PAGE_TOKEN).</exception>
    public static Generation? Read(string field, string token)
    {
        if (token.Length == 0)
            return null;
        return Base64Url.IsValid(token) && Generation.TryParse(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token)), out var last)
            && Write(last) == token
            ? last
            : throw PageToken.Invalid(field);
    }
}

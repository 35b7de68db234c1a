using System.Buffers.Text;
using System.Text;
using Grpc.Core;

namespace SearchService.Paging;

/// <summary>
/// Pages of a short list whose entries have names. A token is the name of the last entry of a page, opaque to the caller.
/// </summary>
internal static class NamePage
{
    /// <returns>The page, and the token of the next one; empty on the last page.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT (BAD_PAGE_TOKEN): not a token, or its entry is gone.</exception>
    public static (IReadOnlyList<T> Page, string Next) Of<T>(
        IReadOnlyList<T> all, Func<T, string> nameOf, string field, string token, int size)
    {
        var begin = token.Length == 0 ? 0 : 1 + IndexOf(all, nameOf, Read(field, token), field);
        IReadOnlyList<T> page = [.. all.Skip(begin).Take(size)];
        return (page, begin + page.Count < all.Count ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(nameOf(page[^1]))) : "");
    }

    private static int IndexOf<T>(IReadOnlyList<T> all, Func<T, string> nameOf, string name, string field)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (nameOf(all[i]) == name)
                return i;
        }

        throw PageToken.Invalid(field);
    }

    private static string Read(string field, string token) =>
        Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : throw PageToken.Invalid(field);
}

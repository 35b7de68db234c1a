using System.Text.Json.Serialization;

namespace NewsIndex.Repeats;

/// <summary>
/// A request that writes, with the id that its caller gave it. The record that it leads to keeps it, so that a repeat of it is recognised,
/// after a restart and by other processes too.
/// </summary>
/// <param name="Caller">Who signed in; empty while access is off. Equal ids of two callers are two ids.</param>
/// <param name="Id">1 to 128 printable ASCII characters.</param>
/// <param name="Digest">Of all that was asked but the id: two requests with one id are the same if theirs is equal.</param>
[JsonConverter(typeof(WriteRequestJson))]
public sealed record WriteRequest(string Caller, string Id, string Digest)
{
    /// <summary>Maximum length of an id.</summary>
    public const int MaxIdLength = 128;

    /// <param name="earlier">The request that led to a record; null for a record whose request had no id.</param>
    /// <returns>True if the record answers this request; false if it is that of another one.</returns>
    /// <exception cref="RequestIdReusedException">The record is that of another request with the same id.</exception>
    public bool IsRepeatOf(WriteRequest? earlier)
    {
        if (earlier is null || (earlier.Caller, earlier.Id) != (Caller, Id))
            return false;
        return earlier.Digest == Digest ? true : throw new RequestIdReusedException(Id);
    }
}

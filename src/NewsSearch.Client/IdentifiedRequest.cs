using System.Security.Cryptography;
using Google.Protobuf;

namespace NewsSearch.Client;

/// <summary>
/// Gives requests that take a <c>request_id</c> one, so that the service recognises a repeat behind a broken connection and writes once.
/// </summary>
internal static class IdentifiedRequest
{
    /// <returns>The request with an id: its own, or else a copy with a new one; and true if it takes one.</returns>
    public static (T Request, bool HasId) Of<T>(T request)
        where T : class
    {
        if (request is not (IMessage message and IDeepCloneable<T> cloneable)
            || message.Descriptor.FindFieldByName("request_id") is not { } field)
            return (request, false);
        if (field.Accessor.GetValue(message) is not "")
            return (request, true);
        // The caller may send its message again, as another request.
        var identified = cloneable.Clone();
        field.Accessor.SetValue((IMessage)identified, NewId());
        return (identified, true);
    }

    /// <summary>A random UUID: version 4 of RFC 9562.</summary>
    private static string NewId()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}

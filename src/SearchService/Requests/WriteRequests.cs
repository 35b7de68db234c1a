using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using NewsIndex.Repeats;
using SearchService.Errors;

namespace SearchService.Requests;

/// <summary>Reads the ids of requests that write.</summary>
internal static class WriteRequests
{
    private const string Field = "request_id";
    private const string Expected = "1 to 128 printable ASCII characters, or nothing";

    /// <summary>Null for a request without an id.</summary>
    /// <param name="id">Its field <c>request_id</c>.</param>
    /// <param name="caller">Who signed in; empty while access is off.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: the id is too long, or has another character.</exception>
    public static WriteRequest? Of<T>(T request, string id, string caller)
        where T : IMessage<T>
    {
        if (id.Length == 0)
            return null;
        if (id.Length > WriteRequest.MaxIdLength)
            throw ErrorsToStatus.OfRange(Field, $"{id.Length} characters", Expected);
        return id.All(sign => sign is >= ' ' and <= '~')
            ? new WriteRequest(caller, id, DigestOf(request))
            : throw ErrorsToStatus.OfField(Field, "is invalid: it has a character that is not printable ASCII", Expected);
    }

    /// <summary>SHA-256 of the kind of the request and of all its fields but the id, in 64 hexadecimal digits.</summary>
    /// <remarks>Fields are written in the order of their numbers, and none is a map: equal requests have equal bytes.</remarks>
    private static string DigestOf<T>(T request)
        where T : IMessage<T>
    {
        var asked = request.Clone();
        request.Descriptor.FindFieldByName(Field).Accessor.Clear(asked);
        byte[] kind = Encoding.ASCII.GetBytes($"{request.Descriptor.FullName}\n");
        return Convert.ToHexStringLower(SHA256.HashData([.. kind, .. asked.ToByteArray()]));
    }
}

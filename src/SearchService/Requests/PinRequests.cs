using Google.Protobuf.WellKnownTypes;
using NewsIndex.Generations;
using SearchService.Errors;

namespace SearchService.Requests;

/// <summary>Checks the fields of requests about pins.</summary>
/// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: the value is out of range.</exception>
internal static class PinRequests
{
    /// <summary>The owner of a new pin: who signed in, or else whom the request names; empty when neither is known.</summary>
    /// <param name="signedIn">Empty while access is off.</param>
    public static string Owner(string signedIn, string by)
    {
        if (FieldChecks.AtMost("by", by, GenerationPin.MaxByLength) is { Length: > 0 } && signedIn.Length > 0 && by != signedIn)
            throw ErrorsToStatus.OfValue("by", by, $"\"{signedIn}\", who signed in, or nothing");
        return signedIn.Length > 0 ? signedIn : by;
    }

    /// <summary>The owner of an existing pin, which may be that of somebody else; null when nobody is named.</summary>
    /// <param name="signedIn">Empty while access is off.</param>
    public static string? OwnerOf(string signedIn, string by)
    {
        var owner = FieldChecks.AtMost("by", by, GenerationPin.MaxByLength) is { Length: > 0 } named ? named : signedIn;
        return owner.Length == 0 ? null : owner;
    }

    /// <summary>The time at which a pin expires; null for one that stays.</summary>
    public static DateTimeOffset? Expiry(Timestamp? asked, DateTimeOffset now)
    {
        if (asked is null)
            return null;
        DateTimeOffset expiry;
        try
        {
            expiry = asked.ToDateTimeOffset();
        }
        catch (InvalidOperationException)
        {
            throw ErrorsToStatus.OfField("expires_at", "is invalid", "seconds of the years 1 to 9999 and 0 to 999,999,999 nanoseconds");
        }

        return expiry > now ? expiry : throw ErrorsToStatus.OfField("expires_at", "has passed", "a time in the future");
    }
}

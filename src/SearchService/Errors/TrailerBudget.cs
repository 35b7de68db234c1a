using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using RpcStatus = Google.Rpc.Status;

namespace SearchService.Errors;

/// <summary>
/// Keeps a status within the trailers that every client reads. Clients of HTTP/2 accept 8 KB of them by default, and a longer list ends the
/// connection rather than the call.
/// </summary>
internal static class TrailerBudget
{
    /// <summary>Of the message and the details together, as sent; the rest of the 8 KB is for the other trailers.</summary>
    public const int Bytes = 6 * 1024;

    /// <summary>Characters that one field of a status has at most, however much room there is.</summary>
    private const int LongestField = 1000;

    /// <summary>The status with its details, every text of it cut as far as the budget needs.</summary>
    public static RpcStatus Fit(int code, string message, IReadOnlyList<IMessage> details)
    {
        for (var longest = LongestField; ; longest /= 2)
        {
            foreach (var detail in details)
                Cut(detail, longest);
            var status = new RpcStatus { Code = code, Message = Echo.Cut(message, longest), Details = { details.Select(Any.Pack) } };
            if (longest == 1 || SizeOf(status) <= Bytes)
                return status;
        }
    }

    /// <summary>
    /// What grpc-message and grpc-status-details-bin take: the one percent-encoded, the other in base64 with the message once more.
    /// </summary>
    public static int SizeOf(RpcStatus status) =>
        Encoding.UTF8.GetBytes(status.Message).Sum(each => each is >= 0x20 and <= 0x7E and not (byte)'%' ? 1 : 3)
            + ((status.CalculateSize() + 2) / 3 * 4);

    private static void Cut(IMessage message, int longest)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            switch (field.Accessor.GetValue(message))
            {
                case string text:
                    field.Accessor.SetValue(message, Echo.Cut(text, longest));
                    break;
                case IDictionary<string, string> texts:
                    CutValues(texts, longest);
                    break;
                case System.Collections.IEnumerable parts when field.FieldType == FieldType.Message:
                    CutAll(parts, longest);
                    break;
            }
        }
    }

    private static void CutValues(IDictionary<string, string> texts, int longest)
    {
        foreach (var key in texts.Keys.ToList())
            texts[key] = Echo.Cut(texts[key], longest);
    }

    private static void CutAll(System.Collections.IEnumerable parts, int longest)
    {
        foreach (var part in parts.OfType<IMessage>())
            Cut(part, longest);
    }
}

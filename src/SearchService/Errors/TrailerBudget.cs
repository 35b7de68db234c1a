using System.Collections;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using RpcStatus = Google.Rpc.Status;

namespace SearchService.Errors;

/// <summary>
/// Keeps a status within the size of trailers that every client reads. HTTP/2 clients accept 8 KB by default; more ends the connection
/// rather than the call.
/// </summary>
internal static class TrailerBudget
{
    /// <summary>Largest size of message and details together, in bytes as sent; the rest of the 8 KB is for other trailers.</summary>
    public const int MaxBytes = 6 * 1024;

    /// <summary>Longest text of one field, in characters, however small the others are.</summary>
    private const int MaxFieldLength = 1000;

    /// <summary>Makes a status and cuts its texts to half again and again until it fits. The details are changed in place.</summary>
    public static RpcStatus Fit(int code, string message, IReadOnlyList<IMessage> details)
    {
        for (var maxLength = MaxFieldLength; ; maxLength /= 2)
        {
            foreach (var detail in details)
                Cut(detail, maxLength);
            var status = new RpcStatus { Code = code, Message = Echo.Cut(message, maxLength), Details = { details.Select(Any.Pack) } };
            if (maxLength == 1 || SizeOf(status) <= MaxBytes)
                return status;
        }
    }

    /// <summary>
    /// Size of a status in bytes as sent: grpc-message percent-encoded, grpc-status-details-bin, which repeats the message, in base64.
    /// </summary>
    public static int SizeOf(RpcStatus status) =>
        Encoding.UTF8.GetBytes(status.Message).Sum(each => each is >= 0x20 and <= 0x7E and not (byte)'%' ? 1 : 3)
            + ((status.CalculateSize() + 2) / 3 * 4);

    private static void Cut(IMessage message, int maxLength)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            switch (field.Accessor.GetValue(message))
            {
                case string text:
                    field.Accessor.SetValue(message, Echo.Cut(text, maxLength));
                    break;
                case IDictionary<string, string> texts:
                    CutValues(texts, maxLength);
                    break;
                case IEnumerable parts when field.FieldType == FieldType.Message:
                    CutAll(parts, maxLength);
                    break;
            }
        }
    }

    private static void CutValues(IDictionary<string, string> texts, int maxLength)
    {
        foreach (var key in texts.Keys.ToList())
            texts[key] = Echo.Cut(texts[key], maxLength);
    }

    private static void CutAll(IEnumerable parts, int maxLength)
    {
        foreach (var part in parts.OfType<IMessage>())
            Cut(part, maxLength);
    }
}

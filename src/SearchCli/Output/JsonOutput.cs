using Google.Protobuf;

namespace SearchCli.Output;

/// <summary>Messages as JSON on one line, with the names of the REST interface.</summary>
internal static class JsonOutput
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    public static string Of(IMessage message) => Formatter.Format(message);
}

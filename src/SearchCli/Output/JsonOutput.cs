using Google.Protobuf;

namespace SearchCli.Output;

/// <summary>Formats messages as JSON on one line, with the field names of the REST API and with default values.</summary>
internal static class JsonOutput
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    public static string Of(IMessage message) => Formatter.Format(message);
}

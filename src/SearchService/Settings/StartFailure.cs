using System.Net.Sockets;
using CommandLines;
using Microsoft.Extensions.Options;

namespace SearchService.Settings;

/// <summary>Why the service did not start, as a sentence.</summary>
public static class StartFailure
{
    /// <summary>Null for a failure that is none of the command line, the settings or the network.</summary>
    public static (string Sentence, int Code)? Explain(Exception failure) => failure switch
    {
        WrongSettingException => (failure.Message, ExitCode.WrongUsage),
        OptionsValidationException wrong => (string.Join(Environment.NewLine, wrong.Failures), ExitCode.NothingDone),
        SocketException socket =>
            ($"the address cannot be listened on: {socket.Message}; expected one of this machine, with --address, and ports that may be used, with --grpc-port and --http-port",
            ExitCode.NothingDone),
        IOException =>
            ($"{failure.Message} Another program may use the port: choose others with --grpc-port and --http-port.", ExitCode.NothingDone),
        FormatException or InvalidOperationException => ($"a setting cannot be read: {failure.Message}", ExitCode.NothingDone),
        _ => null,
    };
}

using System.Net.Sockets;
using CommandLines;
using Microsoft.Extensions.Options;

namespace SearchService.Settings;

/// <summary>Explains in a sentence why the service did not start.</summary>
public static class StartFailure
{
    private const string OtherPorts = "choose others with --grpc-port and --http-port";

    /// <summary>A sentence and an exit code; null for a failure outside the command line, the settings and the network.</summary>
    public static (string Sentence, int Code)? Explain(Exception failure) => failure switch
    {
        WrongSettingException => (failure.Message, ExitCode.WrongUsage),
        OptionsValidationException invalid => (string.Join(Environment.NewLine, invalid.Failures), ExitCode.NothingDone),
        SocketException socket => (
            $"the address or port is not available: {socket.Message}; expected an address of this machine and free ports; "
                + $"choose another address with --address, or {OtherPorts}",
            ExitCode.NothingDone),
        IOException => ($"{failure.Message} Another program may use the port; {OtherPorts}.", ExitCode.NothingDone),
        FormatException or InvalidOperationException => (
            $"the configuration is invalid: {failure.Message}; expected settings as --help lists them", ExitCode.NothingDone),
        _ => null,
    };
}

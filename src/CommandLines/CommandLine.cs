using System.CommandLine;

namespace CommandLines;

/// <summary>Parses and runs a command line. Failures become a sentence and an exit code, never a stack trace.</summary>
public static class CommandLine
{
    /// <summary>Disables response files (@file) and bundled options (-xyz), which queries may look like.</summary>
    private static readonly ParserConfiguration Words = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <param name="explain">
    /// Returns the sentence and the exit code of an exception that the program expects; null for others, which are rethrown unless they
    /// are about files.
    /// </param>
    /// <param name="timeToStop">How long Ctrl+C waits for the verb to end; 2 seconds by default.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        RootCommand root,
        string[] args,
        Func<Exception, ParseResult, (string Sentence, int Code)?> explain,
        TimeSpan? timeToStop = null)
    {
        var parsed = root.Parse(args, Words);
        List<string> errors = [.. MistypedOptions.Errors(parsed)];
        if (errors.Count == 0 && parsed.Errors.Count > 0)
            errors = UnknownVerb(parsed, args) is { } unknown ? [unknown] : [.. parsed.Errors.Select(error => error.Message)];
        if (errors.Count > 0)
        {
            foreach (var error in errors)
                await Console.Error.WriteLineAsync(error);
            await Console.Error.WriteLineAsync("--help lists the verbs and their options");
            return ExitCode.WrongUsage;
        }

        foreach (var notice in MistypedOptions.Notices(parsed))
            await Console.Error.WriteLineAsync(notice);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = timeToStop ?? TimeSpan.FromSeconds(2)
                });
        }
        catch (Exception e) when ((explain(e, parsed) ?? OfFiles(e)) is { } known)
        {
            await Console.Error.WriteLineAsync(known.Sentence);
            return known.Code;
        }
    }

    private static string? UnknownVerb(ParseResult parsed, string[] args)
    {
        if (parsed.CommandResult.Command is not RootCommand root || args.Length == 0 || args[0].StartsWith('-'))
            return null;
        var verbs = root.Subcommands.Select(verb => verb.Name).ToList();
        var nearest = NearestName.To(args[0], verbs);
        var hint = nearest is null ? "" : $"; did you mean {nearest}?";
        return $"\"{args[0]}\" is not a verb; expected one of {string.Join(", ", verbs)}{hint}";
    }

    /// <summary>Explains missing, forbidden or invalid paths and full disks.</summary>
    private static (string, int)? OfFiles(Exception failure) => failure switch
    {
        FileFailedException failed => (failed.Message, ExitCode.NothingDone),
        IOException or UnauthorizedAccessException or System.Security.SecurityException => (failure.Message, ExitCode.NothingDone),
        _ => null,
    };
}

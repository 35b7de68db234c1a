using System.CommandLine;
using CommandLines;

namespace SearchService.Access;

/// <summary><c>keys</c>: makes, lists and removes API keys. A running service takes the change within a second.</summary>
internal static class KeysCommand
{
    public const string Name = "keys";

    private static readonly Option<string> FileOption = new("--file")
    {
        Required = true,
        HelpName = "F",
        Description = "The key file: Search:Access:KeyFile of the service.",
    };

    /// <returns>An exit code: 0 when done, 1 when the file cannot be read or written, 2 for wrong usage.</returns>
    public static Task<int> RunAsync(string[] args, TimeProvider clock) => CommandLine.RunAsync(
        new RootCommand("Search service.") { new Command(Name, "API keys of the service.") { Add(), List(clock), Remove() } }, args,
        (failure, _) => failure switch
        {
            WrongKeyException => (failure.Message, ExitCode.WrongUsage),
            FormatException => (failure.Message, ExitCode.NothingDone),
            _ => null,
        });

    private static Command Add()
    {
        var name = new Argument<string>("name") { Description = "Who signs in with it, as corrections and logs name them." };
        var scopes = new Option<string[]>("--scope")
        {
            Required = true,
            HelpName = "S",
            AllowMultipleArgumentsPerToken = true,
            Description = $"What it grants: {GrantedScopes.List}.",
        };
        var sources = new Option<string[]>("--source")
        {
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
            Description = "A source whose articles it shows; all by default.",
        };
        var expires = new Option<DateTimeOffset?>("--expires") { HelpName = "DATE", Description = "When it ends; never by default." };
        var perSecond = new Option<int?>("--calls-per-second") { HelpName = "N", Description = "That of the service by default." };
        var atOnce = new Option<int?>("--concurrent-calls") { HelpName = "N", Description = "That of the service by default." };
        var command = new Command("add", "Makes a key and prints it. It cannot be printed again.")
        {
            name, FileOption, scopes, sources, expires, perSecond, atOnce,
        };
        command.SetAction(parsed =>
        {
            var (text, id, hash) = KeySecret.Create();
            var bound = parsed.GetValue(sources) is { Length: > 0 } some ? some : null;
            var key = new ApiKey(
                id, parsed.GetValue(name)!, hash, [.. parsed.GetValue(scopes)!.Select(ScopeOf).Distinct()], bound, parsed.GetValue(expires),
                parsed.GetValue(perSecond), parsed.GetValue(atOnce));
            if (KeyFile.Objection(key) is { } objection)
                throw new WrongKeyException(objection);
            var path = parsed.GetValue(FileOption)!;
            KeyFile.Write(path, [.. File.Exists(path) ? KeyFile.Read(path) : [], key]);
            Console.WriteLine(text);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(TimeProvider clock)
    {
        var command = new Command("list", "Lists the keys: id, name, scopes, sources and end.") { FileOption };
        command.SetAction(parsed =>
        {
            foreach (var key in KeyFile.Read(parsed.GetValue(FileOption)!))
            {
                var end = key.Expires is not { } expires ? "never" : expires <= clock.GetUtcNow() ? "expired" : $"{expires:u}";
                var shown = key.Sources is null ? "all sources" : string.Join(", ", key.Sources);
                Console.WriteLine($"{key.Id}\t{key.Name}\t{string.Join(", ", key.Scopes.Select(GrantedScopes.WordOf))}\t{shown}\t{end}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove()
    {
        var id = new Argument<string>("id") { Description = "As list prints it: the eight characters after nsk_." };
        var command = new Command("remove", "Removes a key, which is refused from then on.") { id, FileOption };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(FileOption)!;
            var keys = KeyFile.Read(path);
            var rest = keys.Where(key => key.Id != parsed.GetValue(id)).ToList();
            if (rest.Count == keys.Count)
                throw new WrongKeyException($"there is no key {parsed.GetValue(id)}; expected an id that \"keys list\" prints");
            KeyFile.Write(path, rest);
            return ExitCode.Done;
        });
        return command;
    }

    private static AccessScope ScopeOf(string word) => GrantedScopes.Find(word)
        ?? throw new WrongKeyException($"\"{word}\" is not a scope; expected one of {GrantedScopes.List}");

    /// <summary>Thrown for a key that cannot be made as it was asked for.</summary>
    private sealed class WrongKeyException(string message) : Exception(message);
}

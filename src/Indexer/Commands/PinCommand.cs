using System.CommandLine;
using System.Globalization;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Generations;

namespace Indexer.Commands;

/// <summary><c>pin</c>: pins generations of an index, lists pins, or removes one.</summary>
internal static class PinCommand
{
    private static readonly string[] TimeForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    public static Command Create(TimeProvider clock)
    {
        var generation = new Argument<string>("GENERATION")
        {
            Description = "As a reply or stats named it; the newest by default.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var index = IndexOption.Create();
        var why = Text("--why", "What it is kept for.");
        var by = Text("--by", "Who asks for it; with --remove, whose pin to remove, where several have pinned the generation.");
        var expires = Text("--expires", "Day or time in UTC from which the pin keeps nothing, such as 2027-01-31; never by default.");
        var list = new Option<bool>("--list") { Description = "Only list the pins." };
        var remove = new Option<bool>("--remove") { Description = "Let the generation go." };
        var command = new Command(
            "pin",
            "Keeps a state of an index, so that what was cited from it can be asked again.")
        {
            generation, index, why, by, expires, list, remove,
        };
        command.Validators.Add(result =>
        {
            string[] given =
                [.. new Option[] { why, by, expires, list, remove }.Where(option => result.GetResult(option) is { Implicit: false })
                .Select(option => option.Name)];
            var isRemovalOfOwner = given.All(name => name == by.Name || name == remove.Name);
            if (given.Length > 1 && !isRemovalOfOwner && (given.Contains(list.Name) || given.Contains(remove.Name)))
                result.AddError($"{string.Join(" and ", given)} exclude each other");
            if (given.Contains(list.Name) && result.GetResult(generation) is { Tokens.Count: > 0 })
                result.AddError("--list takes no generation: it says all that are kept");
        });
        command.SetAction(async (parsed, _) =>
        {
            if (!Directory.Exists(parsed.GetValue(index)))
                return await FailAsync(
                    $"there is no index in {parsed.GetValue(index)}: make one with the indexer, or name another folder with --index",
                    ExitCode.NothingDone);
            var options = new NewsIndexOptions { Directory = parsed.GetValue(index)! };
            var pins = NewsIndexServices.OpenPins(options, clock, NewsIndexServices.OpenCorrections(options, clock));
            if (parsed.GetValue(list))
            {
                foreach (var pin in pins.Read())
                    Console.WriteLine(Line(pin, clock.GetUtcNow()));
                return ExitCode.Done;
            }

            Generation? wanted = null;
            if (parsed.GetValue(generation) is { Length: > 0 } text)
            {
                if (!Generation.TryParse(text, out var read))
                    return await FailAsync(
                        $"\"{text}\" is not a valid generation; expected a number, a hyphen and 16 hexadecimal digits",
                        ExitCode.WrongUsage);
                wanted = read;
            }

            if (!TryReadExpiry(parsed.GetValue(expires)!, clock.GetUtcNow(), out var expiry))
                return await FailAsync(
                    $"--expires is invalid (\"{parsed.GetValue(expires)}\"); expected a day or a time in the future, such as 2027-01-31",
                    ExitCode.WrongUsage);
            if (parsed.GetValue(by)!.Length > GenerationPin.MaxByLength || parsed.GetValue(why)!.Length > GenerationPin.MaxWhyLength)
                return await FailAsync(
                    $"--by or --why is too long; expected at most {GenerationPin.MaxByLength} and {GenerationPin.MaxWhyLength} characters",
                    ExitCode.WrongUsage);
            try
            {
                if (parsed.GetValue(remove))
                {
                    if (wanted is null)
                        return await FailAsync("--remove needs the generation to unpin", ExitCode.WrongUsage);
                    return pins.Unpin(wanted.Value, parsed.GetValue(by) is { Length: > 0 } owner ? owner : null)
                        ? ExitCode.Done
                        : await FailAsync($"generation {wanted} is not pinned", ExitCode.NothingDone);
                }

                Console.WriteLine(Line(pins.Pin(wanted, parsed.GetValue(by)!, parsed.GetValue(why)!, expiry), clock.GetUtcNow()));
                return ExitCode.Done;
            }
            catch (GenerationExpiredException e)
            {
                return await FailAsync(
                    $"generation {e.Asked} is no longer available; the newest is {e.Current}", ExitCode.NothingDone);
            }
            catch (PinFailedException e)
            {
                return await FailAsync(e.Message, ExitCode.NothingDone);
            }
        });
        return command;
    }

    private static Option<string> Text(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TEXT",
        DefaultValueFactory = _ => "",
    };

    /// <param name="expiry">Null for the empty text.</param>
    private static bool TryReadExpiry(string text, DateTimeOffset now, out DateTimeOffset? expiry)
    {
        expiry = null;
        if (text.Length == 0)
            return true;
        if (!DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)
            || read <= now)
            return false;
        expiry = read;
        return true;
    }

    private static string Line(GenerationPin pin, DateTimeOffset now) => string.Join(
        '\t', pin.Generation, Time(pin.PinnedAt), OnOneLine(pin.By), OnOneLine(pin.Why), Expiry(pin, now)).TrimEnd('\t');

    private static string Expiry(GenerationPin pin, DateTimeOffset now) => pin.ExpiresAt is { } expiry
        ? $"{(pin.IsExpiredAt(now) ? "expired" : "expires")} {Time(expiry)}"
        : "";

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<int> FailAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}

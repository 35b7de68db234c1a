using System.CommandLine;
using System.CommandLine.Parsing;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Generations;

namespace Indexer.Commands;

/// <summary><c>pin</c>: pins generations of an index, lists pins, or removes one.</summary>
internal sealed class PinCommand
{
    private readonly Argument<string> generation = new("GENERATION")
    {
        Description = "As a reply or stats named it; the newest by default.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> index = IndexOption.Create();
    private readonly Option<string> why = TextOption.Create("--why", "What it is kept for.");
    private readonly Option<string> by = TextOption.Create(
        "--by", "Who asks for it; with --remove, whose pin to remove, where several have pinned the generation.");

    private readonly Option<string> expires = TextOption.Create(
        "--expires", "Day or time in UTC from which the pin keeps nothing, such as 2027-01-31; never by default.");

    private readonly Option<bool> list = new("--list") { Description = "Only list the pins." };
    private readonly Option<bool> remove = new("--remove") { Description = "Let the generation go." };
    private readonly TimeProvider clock;

    private PinCommand(TimeProvider clock) => this.clock = clock;

    public static Command Create(TimeProvider clock)
    {
        var pin = new PinCommand(clock);
        var command = new Command("pin", "Keeps a state of an index, so that what was cited from it can be asked again.")
        {
            pin.generation, pin.index, pin.why, pin.by, pin.expires, pin.list, pin.remove,
        };
        command.Validators.Add(pin.Validate);
        command.SetAction((parsed, _) => pin.RunAsync(parsed));
        return command;
    }

    private void Validate(CommandResult result)
    {
        string[] given =
            [.. new Option[] { why, by, expires, list, remove }.Where(option => result.GetResult(option) is { Implicit: false })
            .Select(option => option.Name)];
        var isRemovalOfOwner = given.All(name => name == by.Name || name == remove.Name);
        if (given.Length > 1 && !isRemovalOfOwner && (given.Contains(list.Name) || given.Contains(remove.Name)))
            result.AddError($"{string.Join(" and ", given)} exclude each other");
        if (given.Contains(list.Name) && result.GetResult(generation) is { Tokens.Count: > 0 })
            result.AddError("--list takes no generation: it says all that are kept");
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        if (!Directory.Exists(parsed.GetValue(index)))
            return await FailAsync(
                $"there is no index in {parsed.GetValue(index)}: make one with the indexer, or name another folder with --index",
                ExitCode.NothingDone);
        var options = new NewsIndexOptions { Directory = parsed.GetValue(index)! };
        var pins = NewsIndexServices.OpenPins(options, clock, NewsIndexServices.OpenCorrections(options, clock));
        if (parsed.GetValue(list))
            return List(pins);

        Generation? wanted = null;
        if (parsed.GetValue(generation) is { Length: > 0 } text)
        {
            if (!Generation.TryParse(text, out var read))
                return await FailAsync(
                    $"\"{text}\" is not a valid generation; expected a number, a hyphen and 16 hexadecimal digits", ExitCode.WrongUsage);
            wanted = read;
        }

        if (parsed.GetValue(by)!.Length > GenerationPin.MaxByLength || parsed.GetValue(why)!.Length > GenerationPin.MaxWhyLength)
            return await FailAsync(
                $"--by or --why is too long; expected at most {GenerationPin.MaxByLength} and {GenerationPin.MaxWhyLength} characters",
                ExitCode.WrongUsage);
        try
        {
            return parsed.GetValue(remove) ? await UnpinAsync(pins, wanted, parsed) : await PinAsync(pins, wanted, parsed);
        }
        catch (GenerationExpiredException e)
        {
            return await FailAsync($"generation {e.Asked} is no longer available; the newest is {e.Current}", ExitCode.NothingDone);
        }
        catch (PinFailedException e)
        {
            return await FailAsync(e.Message, ExitCode.NothingDone);
        }
    }

    private int List(IGenerationPins pins)
    {
        foreach (var pin in pins.Read())
            Console.WriteLine(Line(pin, clock.GetUtcNow()));
        return ExitCode.Done;
    }

    private async Task<int> PinAsync(IGenerationPins pins, Generation? wanted, ParseResult parsed)
    {
        if (!PinTime.TryRead(parsed.GetValue(expires)!, clock.GetUtcNow(), out var expiry))
            return await FailAsync(
                $"--expires is invalid (\"{parsed.GetValue(expires)}\"); expected a day or a time in the future, such as 2027-01-31",
                ExitCode.WrongUsage);
        Console.WriteLine(Line(pins.Pin(wanted, parsed.GetValue(by)!, parsed.GetValue(why)!, expiry), clock.GetUtcNow()));
        return ExitCode.Done;
    }

    private async Task<int> UnpinAsync(IGenerationPins pins, Generation? wanted, ParseResult parsed)
    {
        if (wanted is not { } pinned)
            return await FailAsync("--remove needs the generation to unpin", ExitCode.WrongUsage);
        return pins.Unpin(pinned, parsed.GetValue(by) is { Length: > 0 } owner ? owner : null)
            ? ExitCode.Done
            : await FailAsync($"generation {pinned} is not pinned", ExitCode.NothingDone);
    }

    private static string Line(GenerationPin pin, DateTimeOffset now) => string.Join(
        '\t', pin.Generation, PinTime.Show(pin.PinnedAt), OnOneLine(pin.By), OnOneLine(pin.Why), Expiry(pin, now)).TrimEnd('\t');

    private static string Expiry(GenerationPin pin, DateTimeOffset now) => pin.ExpiresAt is { } expiry
        ? $"{(pin.IsExpiredAt(now) ? "expired" : "expires")} {PinTime.Show(expiry)}"
        : "";

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<int> FailAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}

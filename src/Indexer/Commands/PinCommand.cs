using System.CommandLine;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Generations;

namespace Indexer.Commands;

/// <summary><c>pin</c>: pins generations of an index, lists pins, or removes one.</summary>
internal static class PinCommand
{
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
        var list = new Option<bool>("--list") { Description = "Only list the pins." };
        var remove = new Option<bool>("--remove") { Description = "Let the generation go." };
        var command = new Command(
            "pin",
            "Keeps a state of an index, so that what was cited from it can be asked again.") { generation, index, why, by, list, remove };
        command.Validators.Add(result =>
        {
            string[] given =
                [.. new Option[] { why, by, list, remove }.Where(option => result.GetResult(option) is { Implicit: false })
                .Select(option => option.Name)];
            if (given.Length > 1 && (given.Contains(list.Name) || given.Contains(remove.Name)))
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
                    Console.WriteLine(Line(pin));
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

                Console.WriteLine(Line(pins.Pin(wanted, parsed.GetValue(by)!, parsed.GetValue(why)!)));
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

    private static string Line(GenerationPin pin) =>
        string.Join('\t', pin.Generation,
        pin.PinnedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), OnOneLine(pin.By),
        OnOneLine(pin.Why)).TrimEnd('\t');

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<int> FailAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}

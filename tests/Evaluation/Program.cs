using System.CommandLine;
using Evaluation.Commands;

AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromSeconds(2));
var root = new RootCommand("Is it good, and is it fast?") { QualityCommand.Create(), SpeedCommand.Create(),
    PeerCommand.Create(), ExtractionCommand.Create(), ExtractionCommand.CreateDates(), FormatsCommand.Create(), CopiesCommand.Create(),
    IngestCommand.Create(), KillsCommand.Create(), AttacksCommand.Create(), FuzzCommand.Create(),
    EntitiesCommand.Create(), LinkingCommand.Create(), KnownItemsCommand.Create(),
    QueriesCommand.Create(), TrainCommand.Create(), LoadCommand.Create(), AbandonCommand.Create(),
    AlertsCommand.Create() };
var parsed = root.Parse(args);
foreach (var error in parsed.Errors)
    Console.Error.WriteLine(error.Message);
return parsed.Errors.Count > 0 ? 2 : await parsed.InvokeAsync();

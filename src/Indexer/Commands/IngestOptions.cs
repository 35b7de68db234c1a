using System.CommandLine;
using Indexer.Ingest;
using NewsIndex.Articles;

namespace Indexer.Commands;

/// <summary>The options that <c>index</c> and <c>watch</c> share.</summary>
internal sealed class IngestOptions
{
    private const int LeastMemory = 128;

    private readonly Option<string> index = IndexOption.Create();
    private readonly Option<string?> published = new("--published")
    {
        Description = "The date of articles that have none: 1987, 1987-10 or 1987-10-19.",
        HelpName = "DATE",
    };
    private readonly Option<string?> source = new("--source") { Description = "The source of articles that have none.", HelpName = "NAME" };
    private readonly Option<string> recogniser = new("--recogniser")
    {
        Description =
            "Who finds names in the text: fast (default), accurate (a small neural network as well, wherever fast is in doubt), balanced "
            + "(the network half as often), or none (those that the archive gives, alone).",
        DefaultValueFactory = _ => "fast",
    };
    private readonly Option<FileInfo> model = new("--model")
    {
        Description = "Another model for the recogniser than the one that ships.",
        HelpName = "FILE",
    };
    private readonly Option<bool> passages = new("--passages")
    {
        Description =
            "Encode the passages of English articles with a neural network, so that searches rank by nearness of meaning too. Takes most "
            + "of the time of indexing, and 5 bytes a word. An index is continued as it was begun: with it or without.",
    };
    private readonly Option<string?> mapping = MappingOption.Create();
    private readonly Option<string?> boilerplate = BoilerplateOption.Create();
    private readonly Option<double> commitEvery;
    private readonly Option<int> memory = new("--memory")
    {
        Description = $"Megabytes that indexing should use, about; {LeastMemory} to 65,536, 512 by default.",
        HelpName = "MB",
        DefaultValueFactory = _ => 512,
    };
    private readonly Option<bool> reread = new("--reread") { Description = "Read files again that have not changed." };

    private readonly Option<bool> restoreDeleted = new("--restore-deleted")
    {
        Description =
            "Bring back articles that were deleted from the index, if the archive has them. Reads files again that have not changed.",
    };

    /// <param name="seconds">Between commits, by default.</param>
    public IngestOptions(double seconds)
    {
        commitEvery =
            new Option<double>("--commit-every")
            {
                Description = $"Seconds between commits, 0.1 to 86,400; {seconds} by default.",
                HelpName = "SECONDS",
                DefaultValueFactory = _ => seconds
            };
        recogniser.AcceptOnlyFromAmong("fast", "balanced", "accurate", "none");
        model.AcceptExistingOnly();
        published.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !PartialDate.TryParse(text, out _))
                result.AddError($"--published is \"{text}\"; expected 1987, 1987-10, 1987-10-19 or 1987-10-19T14:05:00Z");
        });
        commitEvery.MustBe(seconds => seconds is >= 0.1 and <= 86_400, "0.1 to 86,400 seconds");
        model.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValue(recogniser) == "none")
                result.AddError("--model is for a recogniser, and --recogniser none has none");
        });
        memory.MustBe(megabytes => megabytes is >= LeastMemory and <= 65_536, $"{LeastMemory} to 65,536 megabytes");
    }

    public IEnumerable<Option> All =>
        [index, published, source, recogniser, model, passages, mapping, boilerplate, commitEvery, memory, reread, restoreDeleted];

    public IngestSettings Read(ParseResult parsed) => new(
        parsed.GetValue(index)!,
        PartialDate.TryParse(parsed.GetValue(published) ?? "", out var date) ? date : null,
        parsed.GetValue(source),
        parsed.GetValue(mapping),
        parsed.GetValue(boilerplate),
        TimeSpan.FromSeconds(parsed.GetValue(commitEvery)),
        parsed.GetValue(memory),
        parsed.GetValue(reread) || parsed.GetValue(restoreDeleted),
        parsed.GetValue(restoreDeleted),
        parsed.GetValue(recogniser)!,
        parsed.GetValue(model)?.FullName,
        parsed.GetValue(passages));
}

using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace Indexer.Commands;

/// <summary><c>stats</c>: prints the contents of an index.</summary>
internal static class StatsCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(TimeProvider clock)
    {
        var index = IndexOption.Create();
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var command = new Command("stats", "Says what an index holds.") { index, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var searcher = NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = parsed.GetValue(index)! }, clock);
            var info = await searcher.DescribeAsync(ArticleScope.Everything, cancellation);
            Console.WriteLine(parsed.GetValue(json) ? ToJson(info) : ToText(info));
            return ExitCode.Done;
        });
        return command;
    }

    private static string ToJson(IndexInfo info) => JsonSerializer.Serialize(
        new
        {
            articles = info.Articles,
            headlines_only = info.HeadlinesOnly,
            first_date = Day(info.FirstDate),
            last_date = Day(info.LastDate),
            undated = info.Undated,
            distinct_texts = info.DistinctTexts,
            sources = info.Sources.ToDictionary(source => source.Name, source => source.Articles),
            languages = info.Languages.ToDictionary(language => language.Name, language => language.Articles),
            entities = new
            {
                person = info.Entities[EntityType.Person],
                organization = info.Entities[EntityType.Organization],
                place = info.Entities[EntityType.Place],
            },
            recogniser = info.Recogniser,
            passages = info.Passages,
            bytes = info.Bytes,
            format = info.FormatVersion,
            generation = info.Generation.ToString(),
        },
        Json);

    private static string ToText(IndexInfo info) => $"""
        articles    {info.Articles:N0}, of which {info.HeadlinesOnly:N0} are headlines only; {info.DistinctTexts:N0} distinct texts
        published   {Day(info.FirstDate) ?? "-"} to {Day(info.LastDate) ?? "-"}; {info.Undated:N0} undated
        sources     {Counts(info.Sources)}
        languages   {Counts(info.Languages)}
        entities    {Entities(info)}; recogniser {info.Recogniser}
        passages    {(info.Passages == PassageEncoder.None ? "not encoded" : $"of English articles encoded by {info.Passages}")}
        on disk     {info.Bytes / 1e6:N1} MB, format {info.FormatVersion}
        generation  {info.Generation}
        """;

    private static string Entities(IndexInfo info) => string.Create(
        CultureInfo.CurrentCulture,
        $"{info.Entities[EntityType.Person]:N0} persons, {info.Entities[EntityType.Organization]:N0} organisations, "
        + $"{info.Entities[EntityType.Place]:N0} places");

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Counts(IReadOnlyList<NamedCount> counts) =>
        string.Join(", ", counts.Take(10).Select(count => $"{(count.Name.Length == 0 ? "unknown" : count.Name)} {count.Articles:N0}"))
        + (counts.Count > 10 ? $" and {counts.Count - 10:N0} more" : "");
}

using System.Text.Json;
using System.Text.Json.Serialization;
using NewsIndex.Generations;
using NewsIndex.Repeats;

namespace NewsIndex.Alerts;

/// <summary>A change of alerts as a line of their log.</summary>
internal static class AlertJson
{
    private const string Created = "create";
    private const string Deleted = "delete";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>One JSON object, without a line end.</summary>
    public static byte[] Write(AlertChange change) => JsonSerializer.SerializeToUtf8Bytes(
        change switch
        {
            AlertChange.Created { Alert: var alert } => new Line(
                Created, alert.Number, alert.Owner, alert.CreatedAt, alert.Name, alert.Text, alert.Since.ToString(), alert.Request),
            AlertChange.Deleted deleted => new Line(Deleted, deleted.Number, deleted.By, deleted.At, null, null, null, null),
            _ => throw new InvalidOperationException($"{change.GetType()} has no line."),
        },
        Form);

    /// <exception cref="FormatException">The line is not a change of alerts; the message states the reason.</exception>
    public static AlertChange Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(line, Form) switch
            {
                { Change: Created, Name: { } name, Query: { } query, Since: { } since } made
                    when made.Number > 0 && Generation.TryParse(since, out var generation) =>
                    new AlertChange.Created(
                        new Alert(made.Number, name, made.Who ?? "", query, made.When, generation) { Request = made.Request }),
                { Change: Deleted, Number: > 0 } gone => new AlertChange.Deleted(gone.Number, gone.Who ?? "", gone.When),
                _ => throw new FormatException("a field is missing or invalid"),
            };
        }
        catch (JsonException e)
        {
            throw new FormatException("it is not a JSON object of that form", e);
        }
    }

    private sealed record Line(
        string? Change, int Number, string? Who, DateTimeOffset When, string? Name, string? Query, string? Since, WriteRequest? Request);
}

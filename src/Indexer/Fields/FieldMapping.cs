using System.Globalization;
using System.Text.Json;

namespace Indexer.Fields;

/// <summary>Maps columns of a table, or members of a JSON object, to fields of an article: by their names, or by a mapping file.</summary>
internal sealed class FieldMapping
{
    public static readonly IReadOnlyList<string> Fields = ["id", "headline", "body", "published", "source", "url", "language", "section",
        "authors", "tags"];

    private const string DateOrder = "date_order";

    /// <summary>The columns that the mapping file gives to each field, as written there.</summary>
    private readonly IReadOnlyDictionary<string, string[]> given;

    private FieldMapping(IReadOnlyDictionary<string, string[]> given) => this.given = given;

    public static FieldMapping ByName { get; } = new(new Dictionary<string, string[]>());

    /// <summary>True if there is a mapping file; then every table counts as articles.</summary>
    public bool IsGiven { get; private init; }

    /// <summary>
    /// Minimum number of columns of a table if the mapping file numbers them (<c>#1</c>), so that the first line is a row; null if it names
    /// them.
    /// </summary>
    public int? Columns { get; private init; }

    /// <summary>
    /// The order of <c>4/5/2019</c> in the mapping file: true for April, false for May; null when the file does not state it.
    /// </summary>
    public bool? MonthFirst { get; private init; }

    /// <summary>
    /// Reads <c>{"headline": "Titel", "body": ["Vorspann", "Text"], "published": "Datum", "date_order": "day-first"}</c>; fields that it
    /// omits are mapped by name.
    /// </summary>
    /// <exception cref="FieldMappingException">The file is not a valid mapping; the message states the reason.</exception>
    public static FieldMapping Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new FieldMappingException($"{path} is not a JSON object; expected {{\"headline\": \"a column\", …}}");
            var given = new Dictionary<string, string[]>(StringComparer.Ordinal);
            bool? monthFirst = null;
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Name == DateOrder)
                {
                    monthFirst = IsMonthFirst(path, member.Value);
                    continue;
                }

                if (!Fields.Contains(member.Name))
                    throw new FieldMappingException(
                        $"{path} maps \"{member.Name}\", which is not a field of an article; expected {string.Join(", ", Fields)} or "
                        + $"{DateOrder}");
                given[member.Name] = [.. ColumnsOf(path, member)];
            }

            return new FieldMapping(given)
            {
                IsGiven = true,
                MonthFirst = monthFirst,
                Columns = Numbered([.. given.Values.SelectMany(columns => columns)])
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or JsonException)
        {
            throw new FieldMappingException($"{path} cannot be read as a mapping: {e.Message}");
        }
    }

    /// <summary>A copy with the date order that the dates of a file imply, unless the order is known.</summary>
    public FieldMapping Ordered(IEnumerable<string> dates) => MonthFirst is null && Dates.DateOrder.Of(dates) is { } monthFirst
        ? new FieldMapping(given) { IsGiven = IsGiven, Columns = Columns, MonthFirst = monthFirst }
        : this;

    /// <summary>Indexes of the columns of a field, the most specific first; empty if there are none.</summary>
    public IReadOnlyList<int> ColumnsOf(string field, IReadOnlyList<string> columns)
    {
        var folded = columns.Select(FieldNames.Fold).ToList();
        var named = given.TryGetValue(field, out var names)
            ? names.Select(name => folded.IndexOf(FieldNames.Fold(name))).Where(index => index >= 0).Distinct().ToList()
            : [];
        return named.Count > 0
            ? named
            : [.. folded.Select((name, index) => (Rank: FieldNames.RankOf(field, name), index))
                .Where(column => column.Rank is not null)
                .DistinctBy(column => column.Rank)
                .OrderBy(column => column.Rank)
                .Select(column => column.index)];
    }

    /// <summary>Returns true if the file maps the field to at least one column that exists.</summary>
    public bool Gives(string field, IReadOnlyList<string> columns) =>
        given.TryGetValue(field, out var names)
        && names.Any(name => columns.Any(column => FieldNames.Fold(column) == FieldNames.Fold(name)));

    /// <summary>Columns that the file names and that do not exist.</summary>
    public IReadOnlyList<string> MissingFrom(IReadOnlyList<string> columns) =>
        [.. given.Values.SelectMany(names => names)
            .Where(name => !columns.Any(column => FieldNames.Fold(column) == FieldNames.Fold(name)))];

    /// <summary>Returns true if the columns have a headline or a text, and so may be a table of articles.</summary>
    public bool FitsArticles(IReadOnlyList<string> columns) =>
        ColumnsOf("headline", columns).Count > 0 || ColumnsOf("body", columns).Count > 0;

    /// <summary>Returns true if they also have another field: the name of one alone may mean something else.</summary>
    public bool FitsTable(IReadOnlyList<string> columns) =>
        FitsArticles(columns) && Fields.Count(field => ColumnsOf(field, columns).Count > 0) >= 2;

    /// <summary>Returns true for a column of full texts rather than summaries.</summary>
    public bool IsFullText(string column) =>
        given.TryGetValue("body", out var names)
            ? names.Any(name => FieldNames.Fold(name) == FieldNames.Fold(column))
            : FieldNames.IsFullText(column);

    private static int? Numbered(IReadOnlyList<string> columns)
    {
        var numbers = columns.Select(column => column.StartsWith('#')
            && int.TryParse(column.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0)
            .ToList();
        return numbers.Count > 0 && numbers.TrueForAll(number => number > 0) ? numbers.Max() : null;
    }

    private static IEnumerable<string> ColumnsOf(string path, JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.String => [member.Value.GetString()!],
        JsonValueKind.Array =>
            [
                .. member.Value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String
                    ? item.GetString()!
                    : throw NoText(path, member.Name))],
        _ => throw NoText(path, member.Name),
    };

    private static bool IsMonthFirst(string path, JsonElement order) =>
        (order.ValueKind == JsonValueKind.String ? order.GetString() : null) switch
        {
            "month-first" => true,
            "day-first" => false,
            _ => throw new FieldMappingException(
                $"{path} has the {DateOrder} {order.GetRawText()}; expected \"month-first\" or \"day-first\""),
        };

    private static FieldMappingException NoText(string path, string field) =>
        new($"{path} maps \"{field}\" to something other than text; expected the name of a column, or a list of them");
}

/// <summary>A mapping file that is not valid; the message states the reason.</summary>
internal sealed class FieldMappingException(string message) : Exception(message);

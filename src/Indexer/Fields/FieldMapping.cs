using System.Globalization;
using System.Text.Json;

namespace Indexer.Fields;

/// <summary>
/// Which columns of a table, or members of a JSON object, are which fields of an article. By their names, unless a file says otherwise.
/// </summary>
internal sealed class FieldMapping
{
    public static readonly IReadOnlyList<string> Fields = ["id", "headline", "body", "published", "source", "url", "language", "section",
        "authors", "tags"];

    private const string DateOrder = "date_order";

    /// <summary>The columns that the mapping file gives to each field, as written there.</summary>
    private readonly IReadOnlyDictionary<string, string[]> given;

    private FieldMapping(IReadOnlyDictionary<string, string[]> given) => this.given = given;

    public static FieldMapping ByName { get; } = new(new Dictionary<string, string[]>());

    /// <summary>A file said which, so that every table is taken for articles.</summary>
    public bool IsGiven { get; private init; }

    /// <summary>
    /// The columns that a table has at least where the file numbers them (<c>#1</c>), so that its first line is a row; null where it names
    /// them.
    /// </summary>
    public int? Columns { get; private init; }

    /// <summary>
    /// The order of <c>4/5/2019</c> in the mapping file: true for April, false for May; null when the file does not state it.
    /// </summary>
    public bool? MonthFirst { get; private init; }

    /// <summary>
    /// Reads <c>{"headline": "Titel", "body": ["Vorspann", "Text"], "published": "Datum", "date_order": "day-first"}</c>; fields that it
    /// leaves out go by name.
    /// </summary>
    /// <exception cref="FieldMappingException">Not such a file; the message says what is wrong.</exception>
    public static FieldMapping Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new FieldMappingException($"{path} is no JSON object; expected {{\"headline\": \"a column\", …}}");
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
                        $"{path} maps \"{member.Name}\", which is no field of an article; expected {string.Join(", ", Fields)} or "
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

    /// <summary>The columns that give a field, by their index, the most telling first; empty when none does.</summary>
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

    /// <summary>True where the file gives the columns of a field, and one of them is there.</summary>
    public bool Gives(string field, IReadOnlyList<string> columns) =>
        given.TryGetValue(field, out var names)
        && names.Any(name => columns.Any(column => FieldNames.Fold(column) == FieldNames.Fold(name)));

    /// <summary>The columns that the file gives and that are not there.</summary>
    public IReadOnlyList<string> MissingFrom(IReadOnlyList<string> columns) =>
        [.. given.Values.SelectMany(names => names)
            .Where(name => !columns.Any(column => FieldNames.Fold(column) == FieldNames.Fold(name)))];

    /// <summary>True when the columns hold a headline or a text, and so may be a table of articles.</summary>
    public bool FitsArticles(IReadOnlyList<string> columns) =>
        ColumnsOf("headline", columns).Count > 0 || ColumnsOf("body", columns).Count > 0;

    /// <summary>True when they also hold another field: the names of one alone are those of much else.</summary>
    public bool FitsTable(IReadOnlyList<string> columns) =>
        FitsArticles(columns) && Fields.Count(field => ColumnsOf(field, columns).Count > 0) >= 2;

    /// <summary>True for a column of whole texts, not of summaries.</summary>
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
        new($"{path} maps \"{field}\" to something that is no text; expected the name of a column, or a list of them");
}

/// <summary>A file that should say which column is which field does not; the message says why.</summary>
internal sealed class FieldMappingException(string message) : Exception(message);

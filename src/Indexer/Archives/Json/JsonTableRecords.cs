using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Indexer.Records;

namespace Indexer.Archives.Json;

/// <summary>
/// The rows of a table in one JSON object, as pandas writes it: each column a member with its rows by number (<c>{"title": {"0": …}}</c>),
/// or the column names and then the rows (<c>{"columns": […], "data": [[…]]}</c>). Each row becomes an object. The file is read whole, and
/// offsets of rows are not kept.
/// </summary>
internal static partial class JsonTableRecords
{
    /// <summary>Recognises a table by the beginning of the file.</summary>
    /// <param name="names">Members of the first object, as far as the first bytes have them.</param>
    public static bool Recognises(string content, IReadOnlySet<string> names) =>
        names.IsSupersetOf(["columns", "data"]) || ByNumber().IsMatch(content);

    public static IEnumerable<JsonRecord> Of(Stream stream)
    {
        if (!WholeFile.TryRead(stream, out var bytes))
            return [
                new JsonRecord(bytes, 0,
                    $"a table in one object of more than {WholeFile.MaxLength:N0} bytes; expected an object for each row, as pandas writes "
                    + "them with orient=\"records\", lines=True")];
        if (bytes.AsSpan().StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        try
        {
            var table = JsonDocument.Parse(bytes);
            return Cut(table, RowsOf(table.RootElement));
        }
        catch (JsonException e)
        {
            return [
                new JsonRecord(bytes, 0,
                    $"the table is not valid JSON at byte {e.BytePositionInLine ?? 0} of line {(e.LineNumber ?? 0) + 1}")];
        }
        catch (InvalidOperationException e)
        {
            return [new JsonRecord(bytes, 0, $"a name of the table is not valid Unicode ({e.Message})")];
        }
    }

    private static IEnumerable<IEnumerable<(string Name, JsonElement Value)>> RowsOf(JsonElement table) =>
        table.TryGetProperty("columns", out var columns) && table.TryGetProperty("data", out var data)
            ? ByRow(columns, data)
            : ByColumn(table);

    private static IEnumerable<JsonRecord> Cut(JsonDocument table, IEnumerable<IEnumerable<(string Name, JsonElement Value)>> rows)
    {
        using (table)
        {
            var row = new ArrayBufferWriter<byte>();
            foreach (var values in rows)
            {
                row.Clear();
                Write(row, values);
                yield return new JsonRecord(row.WrittenMemory, 0, null);
            }
        }
    }

    private static IEnumerable<IEnumerable<(string Name, JsonElement Value)>> ByRow(JsonElement columns, JsonElement data)
    {
        if (columns.ValueKind != JsonValueKind.Array || data.ValueKind != JsonValueKind.Array)
            return [];
        var names = columns.EnumerateArray().Select(name => name.ToString()).ToList();
        return data.EnumerateArray().Select(row => row.ValueKind switch
        {
            JsonValueKind.Array => names.Zip(row.EnumerateArray()),
            JsonValueKind.Object => row.EnumerateObject().Select(value => (value.Name, value.Value)),
            _ => [],
        });
    }

    private static IEnumerable<IEnumerable<(string Name, JsonElement Value)>> ByColumn(JsonElement table)
    {
        var columns = table.EnumerateObject()
            .Where(column => column.Value.ValueKind == JsonValueKind.Object)
            .Select(column => (column.Name, Rows: ByName(column.Value)))
            .ToList();
        return columns.SelectMany(column => column.Rows.Keys).Distinct()
            .Select(row => columns.Where(column => column.Rows.ContainsKey(row)).Select(column => (column.Name, column.Rows[row])));
    }

    /// <summary>The first member of each name: JSON may repeat a name.</summary>
    private static Dictionary<string, JsonElement> ByName(JsonElement column) =>
        column.EnumerateObject().DistinctBy(row => row.Name).ToDictionary(row => row.Name, row => row.Value);

    /// <summary>Values stay unparsed: an invalid one is reported with its row when the row is read.</summary>
    private static void Write(ArrayBufferWriter<byte> row, IEnumerable<(string Name, JsonElement Value)> values)
    {
        using var json = new Utf8JsonWriter(row, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        foreach (var (name, value) in values.DistinctBy(value => value.Name))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    [GeneratedRegex(@"\A\uFEFF?\{\s*""[^""\\]{1,60}""\s*:\s*\{\s*""\d{1,10}""\s*:")]
    private static partial Regex ByNumber();
}

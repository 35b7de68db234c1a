using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsIndex.Entities;

/// <summary>
/// The file of all corrections, a JSON object a line, beside the index rather than in it: an index that is built anew keeps them. Only
/// ever added to. Changes that another process makes are seen within a second.
/// </summary>
public sealed class CorrectionLog(string path, TimeProvider clock)
{
    private readonly Lock gate = new();
    private EntityCorrections current = EntityCorrections.None;
    private DateTime stamp;
    private long looked;
    private bool read;

    /// <summary>Where the corrections of an index lie unless options say otherwise.</summary>
    public static string PathFor(string indexDirectory) => Path.TrimEndingDirectorySeparator(indexDirectory) + "-corrections.jsonl";

    /// <summary>What is in force now.</summary>
    /// <exception cref="CorrectionsUnavailableException">A line cannot be read; the message says which.</exception>
    public EntityCorrections Current
    {
        get
        {
            lock (gate)
            {
                if (!read || clock.GetElapsedTime(looked) > TimeSpan.FromSeconds(1))
                    Look();
                return current;
            }
        }
    }

    /// <summary>Adds a correction, which is in force when this returns, and on disk.</summary>
    /// <param name="make">From its number and the time.</param>
    /// <exception cref="CorrectionsUnavailableException">The file cannot be written; nothing was corrected.</exception>
    public EntityCorrection Add(Func<int, DateTimeOffset, EntityCorrection> make)
    {
        lock (gate)
        {
            Look();
            var now = clock.GetUtcNow();
            var correction = make(current.Log.Count + 1, new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero));
            Append([.. JsonSerializer.SerializeToUtf8Bytes(ToJson(correction)), (byte)'\n']);
            stamp = File.GetLastWriteTimeUtc(path);
            current = new EntityCorrections([.. current.Log, correction]);
            return correction;
        }
    }

    private void Append(byte[] line)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(line);
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CorrectionsUnavailableException($"the correction was not made, since {path} cannot be written: {e.Message}", e);
        }
    }

    private void Look()
    {
        looked = clock.GetTimestamp();
        var now = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : default;
        if (read && now == stamp)
            return;
        (read, stamp) = (true, now);
        current = now == default ? EntityCorrections.None : new EntityCorrections([.. File.ReadLines(path).Where(line => line.Length > 0).Select(Parse)]);
    }

    private EntityCorrection Parse(string line, int index)
    {
        try
        {
            return FromJson(JsonNode.Parse(line)!.AsObject());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw new CorrectionsUnavailableException($"{path}, line {index + 1}, is no correction ({e.Message}): mend the line, or take it away", e);
        }
    }

    private static JsonObject ToJson(EntityCorrection correction)
    {
        var json = new JsonObject
        {
            ["number"] = correction.Number,
            ["kind"] = correction.GetType().Name.ToLowerInvariant(),
            ["who"] = correction.Who,
            ["when"] = correction.When.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["why"] = correction.Why,
        };
        switch (correction)
        {
            case EntityCorrection.Merge merge:
                Put(json, "from", merge.From);
                Put(json, "into", merge.Into);
                break;
            case EntityCorrection.Split split:
                Put(json, "from", split.From);
                json["names"] = new JsonArray([.. split.Names.Select(name => JsonValue.Create(name))]);
                Put(json, "into", split.Into);
                json["name"] = split.NewName;
                break;
            case EntityCorrection.Rename rename:
                Put(json, "entity", rename.Entity);
                json["name"] = rename.Name;
                break;
            case EntityCorrection.Hide hide:
                Put(json, "entity", hide.Entity);
                json["article"] = hide.ArticleId;
                break;
            case EntityCorrection.Undo undo:
                json["undone"] = undo.Undone;
                break;
            default:
                throw new InvalidOperationException($"{correction.GetType()} has no JSON form.");
        }

        return json;
    }

    private static EntityCorrection FromJson(JsonObject json)
    {
        var number = (int)json["number"]!;
        var who = (string)json["who"]!;
        var when = DateTimeOffset.Parse((string)json["when"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var why = (string)json["why"]!;
        return (string)json["kind"]! switch
        {
            "merge" => new EntityCorrection.Merge(number, who, when, why, Get(json, "from"), Get(json, "into")),
            "split" => new EntityCorrection.Split(
                number, who, when, why, Get(json, "from"), [.. json["names"]!.AsArray().Select(name => (string)name!)], Get(json, "into"), (string)json["name"]!),
            "rename" => new EntityCorrection.Rename(number, who, when, why, Get(json, "entity"), (string)json["name"]!),
            "hide" => new EntityCorrection.Hide(number, who, when, why, Get(json, "entity"), (string)json["article"]!),
            "undo" => new EntityCorrection.Undo(number, who, when, why, (int)json["undone"]!),
            var kind => throw new FormatException($"\"{kind}\" is no kind of correction"),
        };
    }

    private static void Put(JsonObject json, string name, EntityReference entity) =>
        json[name] = new JsonObject { ["type"] = EntityReference.Word(entity.Type), ["id"] = entity.Id };

    private static EntityReference Get(JsonObject json, string name)
    {
        var entity = json[name]!.AsObject();
        return new EntityReference(EntityReference.TypeOf((string)entity["type"]!), (string)entity["id"]!);
    }
}

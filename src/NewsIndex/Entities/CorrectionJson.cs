using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsIndex.Repeats;

namespace NewsIndex.Entities;

/// <summary>A correction as a line of the file of corrections.</summary>
internal static class CorrectionJson
{
    /// <summary>One JSON object, without a line end.</summary>
    public static byte[] Write(EntityCorrection correction) => JsonSerializer.SerializeToUtf8Bytes(ToJson(correction));

    /// <exception cref="FormatException">The line is not a correction; the message states the reason.</exception>
    public static EntityCorrection Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return FromJson(JsonNode.Parse(line)!.AsObject());
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or ArgumentException or OverflowException)
        {
            throw new FormatException("a field is missing or has another type", e);
        }
    }

    private static JsonObject ToJson(EntityCorrection correction)
    {
        var json = new JsonObject
        {
            ["number"] = correction.Number,
            ["kind"] = CorrectionKinds.NameOf(correction),
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
                json["names"] = ListOf(split.Names);
                if (split.Articles.Count > 0)
                    json["articles"] = ListOf(split.Articles);
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

        if (correction.Request is { } request)
            json["request"] = JsonSerializer.SerializeToNode(request);
        return json;
    }

    private static EntityCorrection FromJson(JsonObject json) =>
        OfKind(json) with { Request = json["request"].Deserialize<WriteRequest>() };

    private static EntityCorrection OfKind(JsonObject json)
    {
        var number = (int)json["number"]!;
        if (number < 1)
            throw new FormatException($"the number {number} is less than 1");
        var (who, why) = (Text(json["who"]), Text(json["why"]));
        var when = DateTimeOffset.Parse(Text(json["when"]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return Text(json["kind"]) switch
        {
            CorrectionKinds.Merge => new EntityCorrection.Merge(number, who, when, why, Get(json, "from"), Get(json, "into")),
            CorrectionKinds.Split => new EntityCorrection.Split(
                number,
                who,
                when,
                why,
                Get(json, "from"),
                Texts(json["names"]!),
                json["articles"] is { } articles ? Texts(articles) : [],
                Get(json, "into"),
                Text(json["name"])),
            CorrectionKinds.Rename => new EntityCorrection.Rename(number, who, when, why, Get(json, "entity"), Text(json["name"])),
            CorrectionKinds.Hide => new EntityCorrection.Hide(number, who, when, why, Get(json, "entity"), Text(json["article"])),
            CorrectionKinds.Undo => new EntityCorrection.Undo(number, who, when, why, (int)json["undone"]!),
            var kind => throw new FormatException($"\"{kind}\" is not a kind of correction; expected merge, split, rename, hide or undo"),
        };
    }

    private static void Put(JsonObject json, string name, EntityReference entity) =>
        json[name] = new JsonObject { ["type"] = EntityReference.Word(entity.Type), ["id"] = entity.Id };

    private static EntityReference Get(JsonObject json, string name)
    {
        var entity = json[name]!.AsObject();
        return new EntityReference(EntityReference.TypeOf(Text(entity["type"])), Text(entity["id"]));
    }

    private static JsonArray ListOf(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static IReadOnlyList<string> Texts(JsonNode list) => [.. list.AsArray().Select(Text)];

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}

using System.Text.Json;
using NewsIndex.Articles;

namespace Evaluation.Entities;

/// <summary>A text whose names are marked and linked to Wikidata.</summary>
/// <param name="Evaluated">The part of the text in which every name is marked.</param>
/// <param name="Unlinked">Names that Wikidata does not know, so that nobody says what they are.</param>
internal sealed record LinkedText(
    string Text, (int Start, int End) Evaluated, IReadOnlyList<LinkedName> Names, IReadOnlyCollection<(int Start, int End)> Unlinked)
{
    private const string Human = "Q215627";
    private const string Place = "Q27096213";
    private const string Organisation = "Q43229";

    /// <summary>
    /// Reads {text, labels:[{span:[start,end), entity_id, name, type}]}, a text a line; only names with a Wikidata id count, not pronouns
    /// and descriptions ("coref").
    /// </summary>
    public static IEnumerable<LinkedText> Read(string path) => File.ReadLines(path).Where(line => line.Length > 0).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var text = root.GetProperty("text").GetString()!;
        var units = Utf16Offsets(text);
        var names = root.GetProperty("labels").EnumerateArray()
            .Where(label => !(label.TryGetProperty("coref", out var coref) && coref.ValueKind == JsonValueKind.True))
            .Select(label => new LinkedName(
                units[label.GetProperty("span")[0].GetInt32()],
                units[label.GetProperty("span")[1].GetInt32()],
                label.GetProperty("entity_id").GetString() ?? "",
                label.TryGetProperty("type", out var type) ? type.GetString() ?? "" : ""))
            .ToList();
        var linked = names.FindAll(name => name.Id.StartsWith('Q') && name.Types is not ("QUANTITY" or "DATETIME"));
        var evaluated = root.TryGetProperty("evaluation_span", out var span) && span.ValueKind == JsonValueKind.Array
            ? (units[span[0].GetInt32()], units[Math.Min(span[1].GetInt32(), units.Length - 1)])
            : (0, text.Length);
        return new LinkedText(
            text, evaluated, linked, [.. names.Where(name => !name.Id.StartsWith('Q')).Select(name => (name.Start, name.End))]);
    });

    /// <summary>The files count characters, .NET counts UTF-16 units.</summary>
    private static int[] Utf16Offsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1)
            offsets.Add(i);
        offsets.Add(text.Length);
        return [.. offsets];
    }

    /// <summary>
    /// The type of an entity by its Wikidata classes; null for works, peoples, events and whatever else has none of the three.
    /// </summary>
    public static EntityType? TypeOf(string types) =>
        types.Contains(Human, StringComparison.Ordinal) ? EntityType.Person
        : types.Contains(Place, StringComparison.Ordinal) ? EntityType.Place
        : types.Contains(Organisation, StringComparison.Ordinal) ? EntityType.Organization
        : null;
}

/// <param name="Id">The Wikidata id.</param>
/// <param name="Types">Wikidata classes, parted by |.</param>
internal sealed record LinkedName(int Start, int End, string Id, string Types);

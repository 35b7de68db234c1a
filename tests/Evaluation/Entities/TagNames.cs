using Recognition.Tagging;

namespace Evaluation.Entities;

/// <summary>The tags of others (IOB1, IOB2, BIOES, BILOU; PER, person, GPE …) as spans of three types.</summary>
internal static class TagNames
{
    /// <summary>Names of other types are none.</summary>
    public static IEnumerable<TagSpan> Spans(IReadOnlyList<string> tags)
    {
        for (var start = 0; start < tags.Count; start++)
        {
            var name = NameOf(tags[start]);
            if (name.Length == 0)
                continue;
            var end = start + 1;
            if (tags[start][0] is not ('S' or 'U'))
            {
                while (end < tags.Count && NameOf(tags[end]) == name && tags[end][0] is 'I' or 'E' or 'L')
                {
                    end++;
                    if (tags[end - 1][0] is 'E' or 'L')
                        break;
                }
            }

            if (TypeOf(name) is var type and >= 0)
                yield return new TagSpan(start, end, type);
            start = end - 1;
        }
    }

    private static string NameOf(string tag) => tag.Length > 2 && tag[1] == '-' ? tag[2..] : "";

    private static int TypeOf(string name) => name.ToUpperInvariant() switch
    {
        "PER" or "PERSON" => 0,
        "ORG" or "ORGANIZATION" or "ORGANISATION" or "CORPORATION" or "COMPANY" => 1,
        "LOC" or "LOCATION" or "GPE" or "PLACE" or "GEO-LOC" => 2,
        _ => -1,
    };
}

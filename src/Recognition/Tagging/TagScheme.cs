using NewsIndex.Articles;

namespace Recognition.Tagging;

/// <summary>
/// BILOU tags: a token is Outside of names, a Unit of one token, or the Beginning, Inside or Last of a longer one. 0 is O; the four of
/// each type follow in this order, persons, organisations, places.
/// </summary>
internal static class TagScheme
{
    public const int Count = 13;
    public const int Outside = 0;
    public const int Types = 3;
    public const int Person = 0;
    public const int Organization = 1;
    public const int Place = 2;

    /// <summary>By tag, the tags that may stand before it; a sentence begins and ends outside.</summary>
    public static readonly int[][] Before = [.. Enumerable.Range(0, Count).Select(tag => Enumerable.Range(0, Count).Where(before => MayFollow(before, tag)).ToArray())];

    public static int Begin(int type) => (type * 4) + 1;

    public static int Inside(int type) => (type * 4) + 2;

    public static int Last(int type) => (type * 4) + 3;

    public static int Unit(int type) => (type * 4) + 4;

    /// <summary>Person 0, organisation 1, place 2; -1 outside.</summary>
    public static int TypeOf(int tag) => tag == Outside ? -1 : (tag - 1) / 4;

    public static bool Opens(int tag) => tag != Outside && (tag - 1) % 4 is 0 or 3;

    public static bool Closes(int tag) => tag != Outside && (tag - 1) % 4 is 2 or 3;

    public static bool MayStart(int tag) => tag == Outside || Opens(tag);

    public static bool MayEnd(int tag) => tag == Outside || Closes(tag);

    public static bool MayFollow(int before, int tag) =>
        MayEnd(before) ? MayStart(tag) : TypeOf(before) == TypeOf(tag) && (tag - 1) % 4 is 1 or 2;

    public static EntityType EntityTypeOf(int type) => type switch
    {
        0 => EntityType.Person,
        1 => EntityType.Organization,
        _ => EntityType.Place,
    };

    /// <summary>The tags of a sentence in which these spans are names.</summary>
    public static byte[] Encode(int length, IEnumerable<TagSpan> spans)
    {
        var tags = new byte[length];
        foreach (var (start, end, type) in spans)
        {
            if (end - start == 1)
            {
                tags[start] = (byte)Unit(type);
                continue;
            }

            tags[start] = (byte)Begin(type);
            tags.AsSpan(start + 1, end - start - 2).Fill((byte)Inside(type));
            tags[end - 1] = (byte)Last(type);
        }

        return tags;
    }

    /// <summary>The names of a sentence, in order.</summary>
    public static IEnumerable<TagSpan> Decode(byte[] tags)
    {
        for (var start = 0; start < tags.Length; start++)
        {
            if (!Opens(tags[start]))
                continue;
            var end = start;
            while (!Closes(tags[end]))
                end++;
            yield return new TagSpan(start, end + 1, TypeOf(tags[start]));
            start = end;
        }
    }
}

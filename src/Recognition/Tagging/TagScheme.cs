using NewsIndex.Articles;

namespace Recognition.Tagging;

/// <summary>
/// The BILOU tags: a token is the Beginning, an Inside or the Last token of a name, Outside of names, or a Unit (a name of one token).
/// Tag 0 is O; B, I, L and U follow for persons (1 to 4), organisations (5 to 8) and places (9 to 12).
/// </summary>
/// <remarks>Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition", CoNLL 2009, section 3.</remarks>
internal static class TagScheme
{
    /// <summary>Number of tags.</summary>
    public const int Count = 13;

    public const int Outside = 0;

    /// <summary>Number of types of names.</summary>
    public const int TypeCount = 3;

    public const int Person = 0;
    public const int Organization = 1;
    public const int Place = 2;

    private const int TagsPerType = 4;

    /// <summary>By tag, the tags that may precede it, in ascending order.</summary>
    public static readonly int[][] Predecessors =
        [.. Enumerable.Range(0, Count).Select(tag => Enumerable.Range(0, Count).Where(previous => MayFollow(previous, tag)).ToArray())];

    public static int Begin(int type) => (type * TagsPerType) + 1;

    public static int Inside(int type) => (type * TagsPerType) + 2;

    public static int Last(int type) => (type * TagsPerType) + 3;

    public static int Unit(int type) => (type * TagsPerType) + 4;

    /// <summary>Returns the type of a tag; -1 for <see cref="Outside"/>.</summary>
    public static int TypeOf(int tag) => tag == Outside ? -1 : (tag - 1) / TagsPerType;

    /// <summary>Returns whether a tag is B or U.</summary>
    public static bool StartsName(int tag) => tag != Outside && (tag - 1) % TagsPerType is 0 or 3;

    /// <summary>Returns whether a tag is L or U.</summary>
    public static bool EndsName(int tag) => tag != Outside && (tag - 1) % TagsPerType is 2 or 3;

    /// <summary>Returns whether a sentence may start with a tag.</summary>
    public static bool MayStart(int tag) => tag == Outside || StartsName(tag);

    /// <summary>Returns whether a sentence may end with a tag.</summary>
    public static bool MayEnd(int tag) => tag == Outside || EndsName(tag);

    public static bool MayFollow(int previous, int tag) =>
        MayEnd(previous) ? MayStart(tag) : TypeOf(previous) == TypeOf(tag) && (tag - 1) % TagsPerType is 1 or 2;

    public static EntityType EntityTypeOf(int type) => type switch
    {
        Person => EntityType.Person,
        Organization => EntityType.Organization,
        _ => EntityType.Place,
    };

    /// <summary>Returns the tags of a sentence.</summary>
    /// <param name="length">Number of tokens.</param>
    /// <param name="spans">Its names in any order; they must not overlap.</param>
    public static byte[] Encode(int length, IEnumerable<TagSpan> spans)
    {
        var tags = new byte[length];
        foreach (var span in spans)
            Write(tags, span);
        return tags;
    }

    /// <summary>Writes the tags of one name and leaves the others as they are.</summary>
    public static void Write(byte[] tags, TagSpan span)
    {
        if (span.Length == 1)
        {
            tags[span.Start] = (byte)Unit(span.Type);
            return;
        }

        tags[span.Start] = (byte)Begin(span.Type);
        tags.AsSpan(span.Start + 1, span.Length - 2).Fill((byte)Inside(span.Type));
        tags[span.End - 1] = (byte)Last(span.Type);
    }

    /// <summary>Returns the names of a sentence in order.</summary>
    /// <param name="tags">A valid sequence.</param>
    public static IEnumerable<TagSpan> Decode(byte[] tags)
    {
        for (var start = 0; start < tags.Length; start++)
        {
            if (!StartsName(tags[start]))
                continue;
            var end = start;
            while (!EndsName(tags[end]))
                end++;
            yield return new TagSpan(start, end + 1, TypeOf(tags[start]));
            start = end;
        }
    }
}

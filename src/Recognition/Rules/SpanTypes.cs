using Recognition.Tagging;

namespace Recognition.Rules;

/// <summary>Changes the types of names that are tagged already.</summary>
internal static class SpanTypes
{
    /// <summary>Gives <paramref name="type"/> to every name of a sentence that <paramref name="matches"/> accepts.</summary>
    public static void Change(byte[] tags, int type, Func<TagSpan, bool> matches)
    {
        foreach (var span in TagScheme.Decode(tags))
        {
            if (span.Type != type && matches(span))
                TagScheme.Write(tags, span with { Type = type });
        }
    }
}

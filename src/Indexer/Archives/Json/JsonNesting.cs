namespace Indexer.Archives.Json;

/// <summary>Counts the objects and lists that are open in JSON, a byte at a time, without parsing it.</summary>
internal struct JsonNesting
{
    private bool escaped;

    /// <summary>0 outside every object and list.</summary>
    public int Depth { get; private set; }

    /// <summary>True inside a string.</summary>
    public bool InText { get; private set; }

    public void Step(byte b)
    {
        if (InText)
        {
            InText = escaped || b != '"';
            escaped = !escaped && b == '\\';
            return;
        }

        (InText, escaped) = (b == '"', false);
        Depth += b is (byte)'{' or (byte)'[' ? 1 : b is (byte)'}' or (byte)']' ? -1 : 0;
    }
}

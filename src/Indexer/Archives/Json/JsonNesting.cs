namespace Indexer.Archives.Json;

/// <summary>Tracks the nesting depth of JSON byte by byte, without parsing.</summary>
internal struct JsonNesting
{
    private bool escaped;

    /// <summary>Number of open objects and lists.</summary>
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

namespace NewsIndex.Files;

/// <summary>The end of a file of entries, where the next entry goes.</summary>
/// <param name="Stamp">Stamp of the file; null if there is none.</param>
/// <param name="Offset">Offset in bytes after the last complete line.</param>
internal sealed record LineFileEnd(FileStamp? Stamp, long Offset, LastLine Last)
{
    /// <summary>The end of a file that does not exist.</summary>
    public static LineFileEnd Missing { get; } = new(null, 0, LastLine.Ended);
}

/// <summary>The bytes after the last line feed of a file.</summary>
internal enum LastLine
{
    /// <summary>Nothing.</summary>
    Ended,

    /// <summary>A whole entry: it counts, and the next append ends its line.</summary>
    Unended,

    /// <summary>A part of an entry, which does not count.</summary>
    Torn,
}

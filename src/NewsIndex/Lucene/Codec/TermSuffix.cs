using Lucene.Net.Index;

namespace NewsIndex.Lucene.Codec;

/// <summary>
/// The letters of a term that it does not share with the term before it. Both counts take a byte together when they are small.
/// </summary>
internal static class TermSuffix
{
    /// <summary>Longest term that Lucene accepts, in bytes.</summary>
    public const int MaxTerm = 32_766;

    /// <summary>The value of four bits that says that the rest of a count follows.</summary>
    private const int More = 15;

    public static void Add(ByteBuffer buffer, ReadOnlySpan<byte> before, ReadOnlySpan<byte> term)
    {
        var shared = before.CommonPrefixLength(term);
        var suffix = term[shared..];
        // A term that is greater has at least one letter more.
        var added = suffix.Length - 1;
        buffer.AddByte((Math.Min(shared, More) << 4) | Math.Min(added, More));
        if (shared >= More)
            buffer.AddVariable((ulong)(shared - More));
        if (added >= More)
            buffer.AddVariable((ulong)(added - More));
        buffer.Add(suffix);
    }

    /// <param name="shared">Letters of the term before that the term begins with.</param>
    /// <exception cref="CorruptIndexException">The term is too long, or there are no more bytes.</exception>
    public static ReadOnlySpan<byte> Read(ref ByteReader reader, out int shared)
    {
        var counts = reader.ReadByte();
        shared = counts >> 4;
        var added = counts & More;
        if (shared == More)
            shared += reader.ReadVariable(MaxTerm);
        if (added == More)
            added += reader.ReadVariable(MaxTerm);
        return reader.Read(added + 1);
    }
}

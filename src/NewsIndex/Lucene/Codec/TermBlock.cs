using Lucene.Net.Index;

namespace NewsIndex.Lucene.Codec;

/// <summary>Looks for a term in a block of the dictionary.</summary>
internal static class TermBlock
{
    /// <summary>Separates what a block has: suffixes of the terms behind the first, and entries of all.</summary>
    /// <exception cref="CorruptIndexException">A length is out of its range.</exception>
    public static (int SuffixesStart, int EntriesStart) Parts(ReadOnlySpan<byte> block)
    {
        var reader = new ByteReader(block);
        var length = reader.ReadVariable(block.Length);
        reader.Read(length);
        return (reader.Position - length, reader.Position);
    }

    /// <summary>Finds a term without building those before it.</summary>
    /// <param name="suffixes">Suffixes of the block and what is behind them.</param>
    /// <param name="count">Terms of the block.</param>
    /// <param name="first">First term of the block, which is not greater than the wanted one.</param>
    /// <returns>The number of the term in the block; -1 if it is not there.</returns>
    /// <exception cref="CorruptIndexException">There are fewer terms.</exception>
    public static int Find(ReadOnlySpan<byte> suffixes, int count, ReadOnlySpan<byte> first, ReadOnlySpan<byte> term)
    {
        // Letters that the wanted term shares with the term before; it is greater than that one in the next letter.
        var matched = first.CommonPrefixLength(term);
        if (matched == term.Length && matched == first.Length)
            return 0;
        var reader = new ByteReader(suffixes);
        for (var number = 1; number < count; number++)
        {
            var suffix = TermSuffix.Read(ref reader, out var shared);
            if (shared > matched)
                continue;
            if (shared < matched)
                return -1;
            var rest = term[matched..];
            var more = suffix.CommonPrefixLength(rest);
            if (more == suffix.Length && more == rest.Length)
                return number;
            // Suffixes are not empty: at their end, the wanted term is longer.
            if (more == rest.Length || (more < suffix.Length && suffix[more] > rest[more]))
                return -1;
            matched += more;
        }

        return -1;
    }
}

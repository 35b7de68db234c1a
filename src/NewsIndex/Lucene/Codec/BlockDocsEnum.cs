using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Codec;

/// <summary>Lucene's iterator of the documents of a term.</summary>
internal sealed class BlockDocsEnum(BlockTerms terms) : DocsEnum
{
    private readonly DocCursor cursor = new(terms);

    public override int Freq => cursor.Freq;

    public override int DocID => cursor.Doc;

    /// <summary>Returns an iterator at the start of a list; the one to reuse if it reads the same field.</summary>
    public static BlockDocsEnum Of(BlockTerms terms, in TermEntry entry, IBits? liveDocs, DocsEnum? reuse)
    {
        var iterator = reuse is BlockDocsEnum known && known.cursor.Terms == terms ? known : new BlockDocsEnum(terms);
        iterator.cursor.Reset(entry, liveDocs);
        return iterator;
    }

    public override int NextDoc() => cursor.Next();

    public override int Advance(int target) => cursor.Advance(target);

    public override long GetCost() => cursor.List.Count;
}

using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Caching;

namespace NewsIndex.Lucene.Codec;

/// <summary>The files of the postings of a segment, open for reading.</summary>
internal sealed class PostingsInputs : IDisposable
{
    private readonly List<RangeInput> open = [];

    public PostingsInputs(SegmentReadState state)
    {
        SegmentDocs = state.SegmentInfo.DocCount;
        try
        {
            Terms = Open(PostingsFile.Terms, state);
            Docs = Open(PostingsFile.Docs, state);
            Positions = Open(PostingsFile.Positions, state);
            Extras = Open(PostingsFile.Extras, state);
        }
        catch
        {
            IOUtils.DisposeWhileHandlingException(open);
            throw;
        }
    }

    /// <summary>Documents of the segment.</summary>
    public int SegmentDocs { get; }

    public RangeInput Terms { get; }

    public RangeInput Docs { get; }

    public RangeInput Positions { get; }

    public RangeInput Extras { get; }

    /// <summary>Reads the files into the cache while it has room, those first that most searches need.</summary>
    /// <exception cref="System.IO.IOException">A file cannot be read.</exception>
    public void Preload(CancellationToken stop) => open.ForEach(file => file.Preload(stop));

    /// <summary>Compares the checksum of each file.</summary>
    /// <exception cref="CorruptIndexException">One differs.</exception>
    public void CheckIntegrity() => open.ForEach(file => file.CheckIntegrity());

    public void Dispose() => IOUtils.Dispose(open);

    private RangeInput Open(PostingsFile kind, SegmentReadState state)
    {
        var input = kind.Open(state);
        open.Add(input);
        return input;
    }
}

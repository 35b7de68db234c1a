using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Codec;

/// <summary>The files of a segment that is being written.</summary>
internal sealed class PostingsOutputs : IDisposable
{
    private readonly List<IndexOutput> open = [];

    public PostingsOutputs(SegmentWriteState state)
    {
        try
        {
            TermIndex = Create(PostingsFile.TermIndex, state);
            Terms = Create(PostingsFile.Terms, state);
            Docs = Create(PostingsFile.Docs, state);
            Positions = Create(PostingsFile.Positions, state);
            Extras = Create(PostingsFile.Extras, state);
        }
        catch
        {
            IOUtils.DisposeWhileHandlingException(open);
            throw;
        }
    }

    public IndexOutput TermIndex { get; }

    public IndexOutput Terms { get; }

    public IndexOutput Docs { get; }

    public IndexOutput Positions { get; }

    public IndexOutput Extras { get; }

    /// <summary>Ends the files with their checksums and closes them.</summary>
    public void Dispose()
    {
        try
        {
            open.ForEach(CodecUtil.WriteFooter);
        }
        catch
        {
            IOUtils.DisposeWhileHandlingException(open);
            throw;
        }

        IOUtils.Dispose(open);
    }

    private IndexOutput Create(PostingsFile kind, SegmentWriteState state)
    {
        var output = kind.Create(state);
        open.Add(output);
        return output;
    }
}

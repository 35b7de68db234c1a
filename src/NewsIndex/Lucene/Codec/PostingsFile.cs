using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using NewsIndex.Lucene.Caching;

namespace NewsIndex.Lucene.Codec;

/// <summary>A kind of file of the format. Each begins with a header and ends with a checksum.</summary>
/// <param name="extension">Extension of its files, which is also the name in its header.</param>
internal sealed class PostingsFile(string extension)
{
    /// <summary>First terms of the blocks of the dictionary, read whole when a segment is opened.</summary>
    public static readonly PostingsFile TermIndex = new("nwi");

    /// <summary>The dictionary: terms in blocks.</summary>
    public static readonly PostingsFile Terms = new("nwt");

    /// <summary>Documents and frequencies.</summary>
    public static readonly PostingsFile Docs = new("nwd");

    /// <summary>Positions.</summary>
    public static readonly PostingsFile Positions = new("nwp");

    /// <summary>Offsets and payloads.</summary>
    public static readonly PostingsFile Extras = new("nwx");

    private const int Version = 0;

    public IndexOutput Create(SegmentWriteState state)
    {
        var output = state.Directory.CreateOutput(NameOf(state.SegmentInfo, state.SegmentSuffix), state.Context);
        CodecUtil.WriteHeader(output, extension, Version);
        return output;
    }

    /// <exception cref="CorruptIndexException">The header or the end is not that of a file of this kind.</exception>
    /// <exception cref="System.IO.IOException">The file cannot be read.</exception>
    public RangeInput Open(SegmentReadState state)
    {
        var input = new RangeInput(state.Directory.OpenInput(NameOf(state.SegmentInfo, state.SegmentSuffix), state.Context));
        try
        {
            input.CheckEnds(extension, Version);
            return input;
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    private string NameOf(SegmentInfo segment, string suffix) => IndexFileNames.SegmentFileName(segment.Name, suffix, extension);
}

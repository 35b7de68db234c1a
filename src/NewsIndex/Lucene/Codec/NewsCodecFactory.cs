using Lucene.Net.Codecs;

namespace NewsIndex.Lucene.Codec;

/// <summary>Finds codecs by the names that stand in segments: Lucene's and ours.</summary>
internal sealed class NewsCodecFactory : DefaultCodecFactory
{
    /// <summary>Makes Lucene find our codec. For the whole process.</summary>
    public static void Register() => global::Lucene.Net.Codecs.Codec.SetCodecFactory(new NewsCodecFactory());

    protected override void Initialize()
    {
        base.Initialize();
        PutCodecType(typeof(NewsCodec));
    }
}

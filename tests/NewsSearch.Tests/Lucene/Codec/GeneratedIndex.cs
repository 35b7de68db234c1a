using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using LuceneCodec = Lucene.Net.Codecs.Codec;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsSearch.Tests.Lucene.Codec;

/// <summary>
/// An index of random documents with fields of all kinds: rare and frequent words, words that fill documents, deleted documents, several
/// segments. The same seed gives the same index, whatever the codec.
/// </summary>
internal sealed class GeneratedIndex
{
    public static readonly IReadOnlyList<(string Name, IndexOptions Options, bool HasPayloads)> Fields =
    [
        ("docs", IndexOptions.DOCS_ONLY, false),
        ("freqs", IndexOptions.DOCS_AND_FREQS, false),
        ("positions", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false),
        ("payloads", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true),
        ("offsets", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false),
        ("everything", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true),
    ];

    private readonly Random random;
    private readonly int documents;

    private GeneratedIndex(int seed, int documents) => (random, this.documents) = (new Random(seed), documents);

    /// <param name="documents">Some are deleted.</param>
    public static void Write(LuceneDirectory directory, LuceneCodec codec, int seed, int documents) =>
        new GeneratedIndex(seed, documents).Write(directory, codec);

    private void Write(LuceneDirectory directory, LuceneCodec codec)
    {
        // Nothing may depend on time or threads, so that all codecs get the same segments.
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
        {
            Codec = codec,
            MergeScheduler = new SerialMergeScheduler(),
            MergePolicy = new LogDocMergePolicy { MergeFactor = random.Next(2, 6), MinMergeDocs = 10 },
            MaxBufferedDocs = Math.Max(2, documents / random.Next(1, 8)),
            RAMBufferSizeMB = IndexWriterConfig.DISABLE_AUTO_FLUSH,
            UseCompoundFile = random.Next(2) == 0,
        };
        using var writer = new IndexWriter(directory, config);
        for (var doc = 0; doc < documents; doc++)
        {
            writer.AddDocument(Document(doc));
            if (random.Next(20) == 0)
                writer.DeleteDocuments(new Term("id", Id(random.Next(doc + 1))));
            if (random.Next(documents) == 0)
                writer.Commit();
        }

        if (random.Next(3) == 0)
            writer.ForceMerge(1);
    }

    private Document Document(int number)
    {
        var document = new Document
        {
            new StringField("id", Id(number), Field.Store.YES),
            new Int32Field("number", number, Field.Store.NO),
        };
        foreach (var (name, options, hasPayloads) in Fields)
        {
            if (random.Next(10) == 0)
                continue;
            var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };
            document.Add(new Field(name, new GeneratedTokens([.. Tokens(hasPayloads)]), type));
        }

        return document;
    }

    private IEnumerable<GeneratedTokens.Token> Tokens(bool hasPayloads)
    {
        // Now and then one word fills a document, or a document is long.
        var only = random.Next(40) == 0 ? Word() : null;
        var length = only is not null ? random.Next(5000) : random.Next(50) == 0 ? 600 : random.Next(60);
        var offset = 0;
        for (var i = 0; i < length; i++)
        {
            offset += random.Next(8);
            var increment = random.Next(300) == 0 ? 4096 : random.Next(4);
            yield return new(only ?? Word(), i == 0 ? increment + 1 : increment, offset, offset + random.Next(12), Payload(hasPayloads));
        }
    }

    private byte[]? Payload(bool hasPayloads)
    {
        if (!hasPayloads || random.Next(3) > 0)
            return null;
        var payload = new byte[random.Next(100) == 0 ? 200 : random.Next(1, 4)];
        random.NextBytes(payload);
        return payload;
    }

    /// <summary>Word n is about twice as frequent as word 2n.</summary>
    private string Word()
    {
        var number = (int)Math.Pow(2, random.NextDouble() * 12);
        return number == 1000 ? new string('w', 3000) : number.ToString(number % 3 == 0 ? "x" : "D6", CultureInfo.InvariantCulture);
    }

    private static string Id(int number) => "doc" + number.ToString(CultureInfo.InvariantCulture);
}

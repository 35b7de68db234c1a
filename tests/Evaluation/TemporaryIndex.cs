using Enrichment;
using Enrichment.Languages;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;

namespace Evaluation;

/// <summary>An index built for one measurement, in the system's temporary folder.</summary>
internal sealed class TemporaryIndex : IDisposable
{
    private static readonly ArticleDefaults Defaults = new(null, null);

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("newssearch-evaluation-").FullName;

    /// <summary>Indexes article records through the reader and the writer of the product.</summary>
    /// <returns>Articles written.</returns>
    public static async Task<int> BuildAsync(string articles, string directory, int threads = 0, bool withoutEntities = false,
        PassageEncoder? encoder = null)
    {
        var written = 0;
        var languages = new LanguageFinder();
        var writer = NewsIndexServices.OpenWriter(
            new NewsIndexOptions
            {
                Directory = directory,
                Storage = { WriteBufferMegabytes = 512 },
                Intake = { WriteThreads = threads },
            },
            TimeProvider.System,
            encoder: encoder);
        await using (writer)
        {
            foreach (var batch in new ArchiveFile(new ArchiveReaders()).Read(articles).Chunk(1024))
            {
                if (batch.OfType<Reading.Rejected>().FirstOrDefault() is { } rejected)
                    throw new InvalidDataException($"{articles} at {rejected.Offset}: {rejected.Reason}");
                var complete = languages.Complete([.. batch.OfType<Reading.Read>().Select(read => (read.Path, read.Article))]);
                List<Article> records =
                    [.. complete.Select(Defaults.Complete).Select(article => withoutEntities ? article with { Entities = [] } : article)];
                await writer.WriteAsync(records, CancellationToken.None);
                written += records.Count;
            }

            await writer.CommitAsync(CancellationToken.None);
        }

        return written;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}

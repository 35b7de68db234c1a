using System.Security.Cryptography;
using System.Text;
using Enrichment;
using Indexer.Boilerplate;
using Indexer.Fields;
using NewsIndex.Articles;

namespace Indexer.Ingest;

/// <summary>How archives are read, and into which index.</summary>
internal sealed record IngestSettings(
    string Directory,
    PartialDate? Published,
    string? Source,
    string? MappingFile,
    string? BoilerplateFile,
    TimeSpan CommitEvery,
    int MemoryMegabytes,
    bool Reread,
    bool RestoreDeleted,
    string Recogniser,
    string? Model,
    bool Passages)
{
    /// <summary>Raised when readers give other articles than before, so that files that have not changed are read again.</summary>
    private const int ReadersVersion = 5;

    /// <summary>An eighth of the limit: reading ahead, merging and the search for near-duplicates need the rest.</summary>
    public int WriteBufferMegabytes => Math.Clamp(MemoryMegabytes / 8, 16, 2000);

    /// <summary>
    /// Articles that a sixth of the limit holds, at 300 bytes for each of the two spans that near-duplicates are looked for in.
    /// </summary>
    public long CopySpan => Math.Max(1000, MemoryMegabytes * (1L << 20) / 6 / 600);

    public ArticleDefaults Defaults => new(Published, Source);

    /// <exception cref="FieldMappingException">The file is no mapping.</exception>
    public FieldMapping Mapping => MappingFile is null ? FieldMapping.ByName : FieldMapping.Read(MappingFile);

    /// <exception cref="BoilerplateException">The file lists no boilerplate.</exception>
    public SourceBoilerplate Boilerplate => BoilerplateFile is null ? SourceBoilerplate.None : SourceBoilerplate.Read(BoilerplateFile);

    /// <summary>Changes with everything that decides on what is read of a file.</summary>
    public string Digest
    {
        get
        {
            var all = string.Join('\0', ReadersVersion, Published?.ToString(), Source, TextOf(MappingFile), TextOf(BoilerplateFile));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 4));
        }
    }

    private static string TextOf(string? file) => file is null ? "" : File.ReadAllText(file);
}

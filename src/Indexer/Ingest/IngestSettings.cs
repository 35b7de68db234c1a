using System.Security.Cryptography;
using System.Text;
using Indexer.Archives.Tables;
using NewsIndex.Articles;

namespace Indexer.Ingest;

/// <summary>How archives are read, and into which index.</summary>
internal sealed record IngestSettings(string Directory, PartialDate? Published, string? Source, string? MappingFile, TimeSpan CommitEvery, int MemoryMegabytes, bool Reread, string Recogniser, string? Model)
{
    /// <summary>Raised when readers give other articles than before, so that files that have not changed are read again.</summary>
    private const int ReadersVersion = 2;

    public ArticleDefaults Defaults => new(Published, Source);

    /// <exception cref="FieldMappingException">The file is no mapping.</exception>
    public FieldMapping Mapping => MappingFile is null ? FieldMapping.ByName : FieldMapping.Read(MappingFile);

    /// <summary>Changes with everything that decides on what is read of a file.</summary>
    public string Digest
    {
        get
        {
            var mapping = MappingFile is null ? "" : File.ReadAllText(MappingFile);
            var all = string.Join('\0', ReadersVersion, Published?.ToString(), Source, mapping);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 4));
        }
    }
}

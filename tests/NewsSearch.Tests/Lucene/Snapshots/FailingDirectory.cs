using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsSearch.Tests.Lucene.Snapshots;

/// <summary>A directory whose files cannot be opened while a test says so.</summary>
internal sealed class FailingDirectory(LuceneDirectory inner) : FilterDirectory(inner)
{
    /// <summary>Thrown for every file that is opened; null lets files be opened.</summary>
    public Exception? Failure { get; set; }

    public override IndexInput OpenInput(string name, IOContext context) => Failure is null ? base.OpenInput(name, context) : throw Failure;

    public override IndexInputSlicer CreateSlicer(string name, IOContext context) =>
        Failure is null ? m_input.CreateSlicer(name, context) : throw Failure;
}

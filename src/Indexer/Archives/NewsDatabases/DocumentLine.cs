namespace Indexer.Archives.NewsDatabases;

/// <summary>Where a line stands: in a document, before the next (and of neither), or at the end of its own.</summary>
internal enum DocumentLine
{
    Inside,
    Begins,
    Ends,
}

namespace Indexer.Archives.NewsDatabases;

/// <summary>The position of a line: inside a document, a separator before the next document, or the last line of a document.</summary>
internal enum DocumentLine
{
    Inside,
    Begins,
    Ends,
}

namespace Indexer.Archives.NewsDatabases;

/// <summary>A label at the start of a line, and the text beside it.</summary>
/// <param name="Name">The name under which the block is looked up.</param>
/// <param name="Text">The rest of the line; empty when the label stands alone.</param>
internal readonly record struct ExportLabel(string Name, string Text);

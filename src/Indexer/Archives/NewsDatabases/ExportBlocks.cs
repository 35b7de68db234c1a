using Indexer.Texts;

namespace Indexer.Archives.NewsDatabases;

/// <summary>A block of lines between empty lines, with its label.</summary>
/// <param name="Label">The label; null for text that belongs to the label before it.</param>
internal readonly record struct ExportBlock(string? Label, string Text);

/// <summary>A document of a database as blocks, in order.</summary>
internal sealed class ExportBlocks
{
    private readonly List<ExportBlock> blocks = [];

    /// <param name="labelOf">The label of a line; null for a line that has none and continues a block.</param>
    public ExportBlocks(IEnumerable<string> document, Func<string, ExportLabel?> labelOf)
    {
        string? name = null;
        var lines = new List<string>();
        foreach (var line in document.Select(line => line.Trim()))
        {
            var label = labelOf(line);
            if (label is not null || line.Length == 0)
                Close();
            if (label is { } begun)
                (name, lines) = (begun.Name, [PageText.Clean(begun.Text)]);
            else if (line.Length > 0)
                lines.Add(PageText.Clean(line));
        }

        Close();

        void Close()
        {
            if (name is not null || lines.Count > 0)
                blocks.Add(new ExportBlock(name, string.Join(' ', lines).Trim()));
            (name, lines) = (null, []);
        }
    }

    public bool HasLabels => blocks.Exists(block => block.Label is not null);

    /// <summary>Texts before the first label.</summary>
    public IReadOnlyList<string> Heading => [.. blocks.TakeWhile(block => block.Label is null).Select(block => block.Text)];

    /// <summary>Paragraphs of the first text between labels.</summary>
    public string Body =>
        string.Join("\n\n", blocks
            .SkipWhile(block => block.Label is null)
            .SkipWhile(block => block.Label is not null)
            .TakeWhile(block => block.Label is null)
            .Select(block => block.Text));

    /// <summary>Text beside the label or right below it; null if the label is missing or has none.</summary>
    public string? Value(string label)
    {
        var at = blocks.FindIndex(block => block.Label == label);
        if (at < 0)
            return null;
        if (blocks[at].Text is { Length: > 0 } beside)
            return beside;
        return blocks.ElementAtOrDefault(at + 1) is { Label: null, Text: { Length: > 0 } under } ? under : null;
    }

    /// <summary>Paragraphs from a label to the next; empty if it is missing.</summary>
    public string Paragraphs(string label)
    {
        var at = blocks.FindIndex(block => block.Label == label);
        if (at < 0)
            return "";
        var texts = blocks.Skip(at + 1).TakeWhile(block => block.Label is null).Prepend(blocks[at]).Select(block => block.Text);
        return string.Join("\n\n", texts.Where(text => text.Length > 0));
    }
}

using System.Text.RegularExpressions;
using Indexer.Extraction;
using Indexer.Fields;
using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Documents;

/// <summary>
/// An article as plain text under labelled lines: <c>Title: …</c>, <c>Date: …</c>, <c>URL: …</c>, then an empty line or <c>Text:</c>, and
/// the text.
/// </summary>
internal sealed partial class LabelledTextReader(FieldMapping mapping) : WholeFileReader
{
    private const int MinLabels = 2;

    public override string Name => "labelled-text";

    public override bool Recognises(ArchiveHead head) =>
        !head.IsBinary
            && Parts(head.Content) is { } parts
            && mapping.ColumnsOf("headline", parts.Labels).Count > 0
            && mapping.FitsTable(parts.Labels);

    protected override IEnumerable<Reading> Read(ArchiveSource source, byte[] bytes)
    {
        var text = EncodedText.Decode(bytes, source.Charset).TrimStart();
        try
        {
            var (labels, values) = Parts(text) ?? ([], []);
            var (article, notice) = new MappedArticle(labels, mapping, PageArticle.Read)
                .Read(column => values[column].Length > 0 ? [values[column]] : []);
            return [new Reading.Read(source.Path, 0, Name, article, notice)];
        }
        catch (ArticleRecordException e)
        {
            return [Reject(source, text, e.Message)];
        }
    }

    /// <summary>
    /// The values by label, with the text under its own label or that of the body; null if the text does not start with labels.
    /// </summary>
    private (List<string> Labels, List<string> Values)? Parts(string text)
    {
        var (labels, values) = (new List<string>(), new List<string>());
        for (var (line, next) = (0, 0); line < text.Length; line = next)
        {
            var end = text.IndexOf('\n', line);
            next = end < 0 ? text.Length : end + 1;
            if (Label().Match(text[line..next].TrimEnd()) is not { Success: true } label)
                return Body(text[line..], labels, values);
            labels.Add(label.Groups["name"].Value);
            var isBody = mapping.IsFullText(labels[^1]);
            values.Add((isBody ? text[(line + label.Groups["value"].Index)..] : label.Groups["value"].Value).Trim());
            if (isBody)
                return labels.Count > MinLabels ? (labels, values) : null;
        }

        return null;
    }

    private static (List<string> Labels, List<string> Values)? Body(string rest, List<string> labels, List<string> values)
    {
        if (labels.Count < MinLabels || rest.Split('\n', 2)[0].Trim().Length > 0)
            return null;
        return ([.. labels, "body"], [.. values, rest.Trim()]);
    }

    [GeneratedRegex(@"\A(?<name>\p{L}[\p{L} _-]{1,30}):(\s+(?<value>.*)|(?<value>))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}

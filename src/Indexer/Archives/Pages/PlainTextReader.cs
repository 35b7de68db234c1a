using System.Text.RegularExpressions;
using NewsIndex.Articles;

namespace Indexer.Archives.Pages;

/// <summary>An article as plain text: a headline, an empty line, and paragraphs.</summary>
internal sealed partial class PlainTextReader : IArchiveReader
{
    private const int LongestHeadline = 250;

    public string Name => "plain-text";

    public bool Recognises(ArchiveHead head) =>
        !head.IsBinary && Layout().Match(head.Content) is { Success: true } layout
        && layout.Groups["headline"].Length <= LongestHeadline
        && layout.Groups["headline"].Value.Count(char.IsLetter) * 2 > layout.Groups["headline"].Length
        && !IsOfSoftware().IsMatch(head.Content[..Math.Min(head.Content.Length, 1000)]);

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        if (!WholeFile.TryRead(source.Bytes, out var bytes))
            return [WholeFile.TooLarge(source, Name, bytes)];
        var text = EncodedText.Decode(bytes, source.Charset).TrimStart();
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return
        [
            new Reading.Read(source.Path, 0, Name, new Article { Id = "", Headline = Extraction.PageText.Clean(text[..end]), Body = PlainText.Paragraphs(text[(end + 1)..]), Url = source.Url }),
        ];
    }

    /// <summary>A line, an empty line, and a text with a sentence.</summary>
    [GeneratedRegex(@"\A(?<headline>[^\r\n#<{\[|=/;-][^\r\n]*)\r?\n[ \t]*\r?\n[\s\S]*?\p{L}[^\r\n]{20,}[.!?:""'\u2019\u201D]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Layout();

    /// <summary>What lies beside archives and is no article.</summary>
    [GeneratedRegex(@"\b(MIT License|Apache License|BSD License|GNU (Lesser |Affero )?General Public|creative commons|permission is hereby granted|licensed under the|terms and conditions for use|changelog\n|all notable changes)", RegexOptions.IgnoreCase)]
    private static partial Regex IsOfSoftware();
}

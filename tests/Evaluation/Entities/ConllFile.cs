using System.Globalization;
using System.IO.Compression;
using Recognition.Tagging;

namespace Evaluation.Entities;

/// <summary>Documents of sentences with a tag for each word, as columns.</summary>
internal static class ConllFile
{
    /// <summary>
    /// Reads files in which the first column is the token (or its number, and the second is it) and the last, or the first that looks like
    /// one, its tag.
    /// </summary>
    /// <param name="eachSentenceApart">Whether a file without -DOCSTART- is as many documents as it has sentences, as tweets are.</param>
    public static List<TaggedDocument> Read(IEnumerable<string> paths, bool eachSentenceApart = false) =>
        [.. paths.SelectMany(path => ReadFile(path, eachSentenceApart))];

    private static List<TaggedDocument> ReadFile(string path, bool eachSentenceApart)
    {
        using Stream file = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
            : File.OpenRead(path);
        using var reader = new StreamReader(file);
        if (Path.GetFileName(path).StartsWith("conll_GUM", StringComparison.Ordinal))
            return [GumFile.Read(reader)];
        var documents = new List<TaggedDocument>();
        var sentences = new List<TaggedSentence>();
        var words = new List<string>();
        var tags = new List<string>();
        var marked = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal)
                || line.StartsWith("# begin document", StringComparison.Ordinal)
                || line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                EndSentence();
                EndDocument();
                marked = true;
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                EndSentence();
            }
            else if (
                !line.StartsWith("# ", StringComparison.Ordinal)
                    && Split(line) is [{ Length: > 0 }, _, ..] columns
                    && !columns[0].StartsWith("http", StringComparison.Ordinal))
            {
                var numbered = columns.Length > 2
                    && columns[0] == (words.Count + 1).ToString(CultureInfo.InvariantCulture)
                    && !IsTag(columns[1]);
                words.Add(columns[numbered ? 1 : 0]);
                tags.Add(TagOf(line, columns, numbered));
            }
        }

        EndSentence();
        EndDocument();
        return documents;

        void EndSentence()
        {
            if (words.Count > 0)
                sentences.Add(new TaggedSentence([.. words], [.. TagNames.Spans(tags)]));
            words.Clear();
            tags.Clear();
            if (eachSentenceApart && !marked)
                EndDocument();
        }

        void EndDocument()
        {
            if (sentences.Count > 0)
                documents.Add(new TaggedDocument([.. sentences]));
            sentences.Clear();
        }
    }

    /// <summary>Columns after a tag are names inside the name, where tabs part them.</summary>
    private static string TagOf(string line, string[] columns, bool numbered) =>
        numbered
            ? columns.Skip(2).First(IsTag)
            : line.Contains('\t', StringComparison.Ordinal) && IsTag(columns[1])
            ? columns[1]
            : columns[^1];

    private static string[] Split(string line) =>
        line.Contains('\t', StringComparison.Ordinal)
            ? line.Split('\t', StringSplitOptions.TrimEntries)
            : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsTag(string column) =>
        column == "O" || (column.Length > 2 && column[1] == '-' && "BIESLU".Contains(column[0], StringComparison.Ordinal));
}

/// <param name="Names">In order, without overlap; of persons, organisations and places alone.</param>
internal sealed record TaggedSentence(string[] Words, TagSpan[] Names);

internal sealed record TaggedDocument(TaggedSentence[] Sentences);

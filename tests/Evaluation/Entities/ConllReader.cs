using System.Globalization;

namespace Evaluation.Entities;

/// <summary>Collects documents of sentences from lines with a word and its tag.</summary>
/// <param name="eachSentenceApart">See <see cref="ConllFile.Read"/>.</param>
internal sealed class ConllReader(bool eachSentenceApart)
{
    private readonly List<TaggedDocument> documents = [];
    private readonly List<TaggedSentence> sentences = [];
    private readonly List<string> words = [];
    private readonly List<string> tags = [];
    private bool isMarked;

    public List<TaggedDocument> Read(TextReader file)
    {
        while (file.ReadLine() is { } line)
            Add(line);
        EndSentence();
        EndDocument();
        return documents;
    }

    private void Add(string line)
    {
        if (BeginsDocument(line))
        {
            EndSentence();
            EndDocument();
            isMarked = true;
        }
        else if (string.IsNullOrWhiteSpace(line))
        {
            EndSentence();
        }
        else if (!line.StartsWith("# ", StringComparison.Ordinal)
            && Split(line) is [{ Length: > 0 }, _, ..] columns
            && !columns[0].StartsWith("http", StringComparison.Ordinal))
        {
            AddWord(line, columns);
        }
    }

    private void AddWord(string line, string[] columns)
    {
        var isNumbered = columns.Length > 2
            && columns[0] == (words.Count + 1).ToString(CultureInfo.InvariantCulture)
            && !IsTag(columns[1]);
        words.Add(columns[isNumbered ? 1 : 0]);
        tags.Add(TagOf(line, columns, isNumbered));
    }

    private void EndSentence()
    {
        if (words.Count > 0)
            sentences.Add(new TaggedSentence([.. words], [.. TagNames.Spans(tags)]));
        words.Clear();
        tags.Clear();
        if (eachSentenceApart && !isMarked)
            EndDocument();
    }

    private void EndDocument()
    {
        if (sentences.Count > 0)
            documents.Add(new TaggedDocument([.. sentences]));
        sentences.Clear();
    }

    private static bool BeginsDocument(string line) =>
        line.StartsWith("# newdoc", StringComparison.Ordinal)
        || line.StartsWith("# begin document", StringComparison.Ordinal)
        || line.StartsWith("-DOCSTART-", StringComparison.Ordinal);

    /// <summary>Columns after a tag are names inside the name, where tabs part them.</summary>
    private static string TagOf(string line, string[] columns, bool isNumbered) =>
        isNumbered
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

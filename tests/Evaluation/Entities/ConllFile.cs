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
        return new ConllReader(eachSentenceApart).Read(reader);
    }
}

/// <param name="Names">In order, without overlap; of persons, organisations and places alone.</param>
internal sealed record TaggedSentence(string[] Words, TagSpan[] Names);

internal sealed record TaggedDocument(TaggedSentence[] Sentences);

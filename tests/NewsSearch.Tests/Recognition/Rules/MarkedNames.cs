using Recognition.Rules;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Rules;

/// <summary>
/// A document in which names are in brackets with their types behind them, P, O or L: <c>[Kidder]P said|[New York]L is near</c>. Spaces
/// separate tokens, and | separates sentences.
/// </summary>
internal static class MarkedNames
{
    private const string Types = "POL";

    /// <summary>Applies a rule to a document and returns the document with the names that the rule leaves.</summary>
    public static string After(string document, IDocumentRule rule)
    {
        var sentences = document.Split('|').Select(Read).ToArray();
        var words = Array.ConvertAll(sentences, sentence => sentence.Words);
        var tags = Array.ConvertAll(sentences, sentence => TagScheme.Encode(sentence.Words.Length, sentence.Names));
        rule.Apply(words, tags);
        return string.Join('|', words.Zip(tags, Print));
    }

    private static (string[] Words, List<TagSpan> Names) Read(string sentence)
    {
        List<string> words = [];
        List<TagSpan> names = [];
        var start = 0;
        foreach (var word in sentence.Split(' '))
        {
            if (word[0] == '[')
                start = words.Count;
            var end = word.LastIndexOf(']');
            words.Add((end < 0 ? word : word[..end]).TrimStart('['));
            if (end >= 0)
                names.Add(new TagSpan(start, words.Count, Types.IndexOf(word[end + 1])));
        }

        return ([.. words], names);
    }

    private static string Print(string[] words, byte[] tags)
    {
        string[] printed = [.. words];
        foreach (var span in TagScheme.Decode(tags))
        {
            printed[span.Start] = '[' + printed[span.Start];
            printed[span.End - 1] += $"]{Types[span.Type]}";
        }

        return string.Join(' ', printed);
    }
}

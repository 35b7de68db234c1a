using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Rules;

/// <summary>
/// A document with its names in brackets and their types behind them, P, O and L: <c>[Kidder]P said|[New York]L is near</c>, words parted by
/// spaces and sentences by |. It is also the tagger that found these names.
/// </summary>
internal sealed class MarkedNames : ITagger
{
    private const string Types = "POL";

    private readonly List<TagSpan[]> spans = [];

    public MarkedNames(string document)
    {
        foreach (var sentence in document.Split('|'))
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

            Sentences.Add([.. words]);
            spans.Add([.. names]);
        }
    }

    public List<string[]> Sentences { get; } = [];

    public string Identity => "marked";

    /// <summary>The document as a rule leaves it.</summary>
    public static string After(string document, Func<ITagger, ITagger> rule)
    {
        var given = new MarkedNames(document);
        using var tagger = rule(given);
        return string.Join('|', given.Sentences.Zip(tagger.Tag(given.Sentences), Print));
    }

    public byte[][] Tag(IReadOnlyList<string[]> sentences) => [.. sentences.Zip(spans, (words, names) => TagScheme.Encode(words.Length, names))];

    public void Dispose()
    {
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

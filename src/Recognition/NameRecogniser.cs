using NewsIndex.Articles;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition;

/// <summary>
/// Finds the names of persons, organisations and places in English articles. The same article always gives the same names. Thread-safe.
/// </summary>
public sealed class NameRecogniser : IDisposable
{
    private readonly ITagger tagger;

    /// <summary>Takes ownership of a tagger.</summary>
    internal NameRecogniser(ITagger tagger) => this.tagger = tagger;

    /// <inheritdoc cref="Taggers.Open"/>
    public static NameRecogniser Open(string recogniser, string? model = null) => new(Taggers.Open(recogniser, model));

    /// <summary>
    /// Identifies the recogniser, its weights and its rules, such as <c>fast 1d2f3a4b5c6d+bounds</c>. Equal identities mean equal names.
    /// </summary>
    public string Identity => tagger.Identity;

    /// <summary>Finds the names of an article.</summary>
    /// <param name="headline">May be empty.</param>
    /// <param name="body">May be empty; empty lines separate paragraphs.</param>
    /// <returns>Mentions without overlap in the order of the text, those of the headline first.</returns>
    public List<Mention> Recognise(string headline, string body)
    {
        var sentences = SentenceSplitter.Split(headline);
        var headlineSentences = sentences.Count;
        sentences.AddRange(SentenceSplitter.Split(body));
        if (sentences.Count == 0)
            return [];
        var tags = tagger.Tag(sentences.ConvertAll(sentence => Array.ConvertAll(sentence, token => token.Text)));
        var mentions = new List<Mention>();
        for (var i = 0; i < tags.Length; i++)
        {
            var (zone, text) = i < headlineSentences ? (MentionZone.Headline, headline) : (MentionZone.Body, body);
            foreach (var span in TagScheme.Decode(tags[i]))
            {
                if (NameTrimmer.Trim(sentences[i], span) is { } name)
                    mentions.Add(new Mention(TagScheme.EntityTypeOf(span.Type), text[name.Start..name.End], zone, name.Start, name.End));
            }
        }

        return mentions;
    }

    public void Dispose() => tagger.Dispose();
}

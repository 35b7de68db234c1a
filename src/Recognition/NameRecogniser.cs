using NewsIndex.Articles;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition;

/// <summary>Finds the names of persons, organisations and places in an English article. The same article gives the same names. For several threads at once.</summary>
public sealed class NameRecogniser : IDisposable
{
    private readonly ITagger tagger;

    internal NameRecogniser(ITagger tagger) => this.tagger = tagger;

    /// <inheritdoc cref="Taggers.Open"/>
    public static NameRecogniser Open(string recogniser, string? model = null) => new(Taggers.Open(recogniser, model));

    /// <summary>Which recogniser with which weights, such as <c>fast 1d2f3a4b5c6d</c>: it decides on what is found.</summary>
    public string Identity => tagger.Identity;

    /// <returns>In the order of the text, the headline's first; none overlaps another.</returns>
    public List<Mention> Recognise(string headline, string body)
    {
        var sentences = SentenceSplitter.Split(headline);
        var ofHeadline = sentences.Count;
        sentences.AddRange(SentenceSplitter.Split(body));
        if (sentences.Count == 0)
            return [];
        var tags = tagger.Tag(sentences.ConvertAll(sentence => Array.ConvertAll(sentence, token => token.Text)));
        var mentions = new List<Mention>();
        for (var i = 0; i < tags.Length; i++)
        {
            var (zone, text) = i < ofHeadline ? (MentionZone.Headline, headline) : (MentionZone.Body, body);
            foreach (var span in TagScheme.Decode(tags[i]))
            {
                if (NameSpan.Trim(sentences[i], span) is { } name)
                    mentions.Add(new Mention(TagScheme.EntityTypeOf(span.Type), text[name.Start..name.End], zone, name.Start, name.End));
            }
        }

        return mentions;
    }

    public void Dispose() => tagger.Dispose();
}

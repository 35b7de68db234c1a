using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Documents;

/// <summary>Terms of an article's mentions, at the positions of their first words.</summary>
internal sealed class MentionTokens : TokenStream
{
    private readonly Article article;
    private readonly IReadOnlyList<EntityReference> references;
    private readonly List<(int Start, int Position)> headline;
    private readonly List<(int Start, int Position)> body;
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private readonly IOffsetAttribute offset;
    private List<LocatedMention>? mentions;
    private int next;
    private int position = -1;
    private string[] terms = [];
    private int nextTerm;

    /// <summary>Cached terms by name: most names occur several times in an article.</summary>
    private readonly Dictionary<(EntityReference Entity, string Name), string[]> termsOfNames = [];

    /// <param name="references">One per mention of the article, followed by one per given entity.</param>
    /// <param name="headline">
    /// Positions of the headline's words in <see cref="IndexFields.Text"/>; filled before this stream is read.
    /// </param>
    /// <param name="body">Positions of the body's words.</param>
    public MentionTokens(
        Article article,
        IReadOnlyList<EntityReference> references,
        List<(int Start, int Position)> headline,
        List<(int Start, int Position)> body)
    {
        (this.article, this.references, this.headline, this.body) = (article, references, headline, body);
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
    }

    public override bool IncrementToken()
    {
        mentions ??= Locate();
        if (nextTerm == terms.Length)
        {
            if (next == mentions.Count)
                return false;
            (terms, nextTerm) = (TermsOf(mentions[next].Entity, mentions[next].Name), 0);
            next++;
        }

        ClearAttributes();
        var mention = mentions[next - 1];
        term.SetEmpty().Append(terms[nextTerm++]);
        increment.PositionIncrement = mention.Position - position;
        offset.SetOffset(mention.Start, mention.End);
        position = mention.Position;
        return true;
    }

    private string[] TermsOf(EntityReference entity, string name)
    {
        if (!termsOfNames.TryGetValue((entity, name), out var known))
            termsOfNames[(entity, name)] = known = [.. MentionTerm.All(entity, name)];
        return known;
    }

    private List<LocatedMention> Locate()
    {
        var bodyOffset = article.Headline.Length == 0 ? 0 : article.Headline.Length + 1;
        var located = new List<LocatedMention>(references.Count);
        for (var i = 0; i < article.Mentions.Count; i++)
        {
            var mention = article.Mentions[i];
            var (words, shift) = mention.Zone == MentionZone.Headline ? (headline, 0) : (body, bodyOffset);
            var (start, end) = (mention.Start + shift, mention.End + shift);
            located.Add(new LocatedMention(references[i], mention.Name, PositionOf(mention.Start, words), start, end));
        }

        // Positions must not decrease, whatever the analyzer emits.
        for (var i = 1; i < located.Count; i++)
            located[i] = located[i] with { Position = Math.Max(located[i].Position, located[i - 1].Position) };
        var behind = bodyOffset + article.Body.Length;
        for (var i = 0; i < article.Entities.Count; i++)
        {
            var reference = references[article.Mentions.Count + i];
            located.Add(new LocatedMention(reference, article.Entities[i].Name, IndexFields.GivenPosition + i, behind, behind));
        }

        return located;
    }

    /// <summary>
    /// Returns the position of the first word inside the name, or of the last word before it: a name may consist of stop words.
    /// </summary>
    private static int PositionOf(int start, List<(int Start, int Position)> words)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return words.Count == 0 ? 0 : words[Math.Min(low, words.Count - 1)].Position;
    }

    private readonly record struct LocatedMention(EntityReference Entity, string Name, int Position, int Start, int End);
}

using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Lucene.Schema;
using NewsIndex.Results;
using NewsIndex.Words;

namespace NewsIndex.Lucene.Documents;

/// <summary>
/// The tokens that a field of the index has of an article, made of its text again, as they were for the index: with their positions and,
/// which postings do not tell, their places in the text.
/// </summary>
/// <remarks>Of articles that are shown; places of all would be a fifth of the index.</remarks>
internal sealed class RemadeTokens
{
    private readonly List<Token> tokens = [];
    private byte[] bytes = new byte[4096];
    private int length;

    /// <param name="field">
    /// <see cref="IndexFields.Text"/>, <see cref="IndexFields.TextExact"/> or <see cref="IndexFields.Mentions"/>.
    /// </param>
    /// <exception cref="ArgumentException">Another field.</exception>
    public static RemadeTokens Of(StoredArticle stored, string field)
    {
        var article = stored.Article;
        var text = ArticleText.Of(article);
        var made = new ArticleTokens(article, LanguageAnalysis.CodeOf(article.Language), text);
        var remade = new RemadeTokens();
        switch (field)
        {
            case IndexFields.Text:
                remade.Read(made.HeadlineStems(), made.BodyStems(), new ArticleTokens.WordPositions());
                break;
            case IndexFields.TextExact:
                remade.Read(made.HeadlineExact(), made.BodyExact(), new ArticleTokens.WordPositions());
                break;
            case IndexFields.Mentions:
                var positions = new ArticleTokens.WordPositions();
                new RemadeTokens().Read(made.HeadlineStems(), made.BodyStems(), positions);
                remade.Read(MentionsOf(stored, positions), 0, -1);
                break;
            default:
                throw new ArgumentException($"the field {field} has no places in a text", nameof(field));
        }

        return remade;
    }

    public int Count => tokens.Count;

    /// <summary>The term in UTF-8.</summary>
    public ReadOnlySpan<byte> TermOf(int token) => bytes.AsSpan(tokens[token].Term, tokens[token].TermLength);

    /// <summary>Empty for none.</summary>
    public ReadOnlySpan<byte> PayloadOf(int token) =>
        bytes.AsSpan(tokens[token].Term + tokens[token].TermLength, tokens[token].PayloadLength);

    public int PositionOf(int token) => tokens[token].Position;

    /// <summary>The place in headline and body, joined by one character.</summary>
    public TextRange RangeOf(int token) => tokens[token].Range;

    /// <summary>Entities that the archive names beside the text are left out.</summary>
    private static MentionTokens MentionsOf(StoredArticle stored, ArticleTokens.WordPositions positions)
    {
        var article = stored.Article with
        {
            Entities = [],
            Mentions = [.. stored.Mentions.Select(each => new Mention(
                each.Entity.Type, TextOf(stored.Article, each.Zone)[each.Start..each.End], each.Zone, each.Start, each.End))],
        };
        return new MentionTokens(article, [.. stored.Mentions.Select(each => each.Entity)], positions.Headline, positions.Body);
    }

    private static string TextOf(Article article, MentionZone zone) => zone == MentionZone.Headline ? article.Headline : article.Body;

    private void Read(TokenStream? headline, TokenStream? body, ArticleTokens.WordPositions positions)
    {
        var first = headline is null ? null : ZonedTokenStream.Headline(headline, positions.Headline);
        var (offset, position) = first is null ? (0, -1) : Read(first, 0, -1);
        if (body is not null)
            Read(ZonedTokenStream.Body(body, first, positions.Body), first is null ? 0 : offset + 1, position);
    }

    /// <param name="offset">Where the text begins.</param>
    /// <param name="position">The position before its first.</param>
    /// <returns>Where it ends, and its last position.</returns>
    private (int Offset, int Position) Read(TokenStream stream, int offset, int position)
    {
        using (stream)
        {
            var term = stream.GetAttribute<ITermToBytesRefAttribute>();
            var increment = stream.GetAttribute<IPositionIncrementAttribute>();
            var place = stream.GetAttribute<IOffsetAttribute>();
            var payload = stream.HasAttribute<IPayloadAttribute>() ? stream.GetAttribute<IPayloadAttribute>() : null;
            stream.Reset();
            while (stream.IncrementToken())
            {
                position += increment.PositionIncrement;
                term.FillBytesRef();
                var (start, termLength) = (length, term.BytesRef.Length);
                Add(term.BytesRef.Bytes.AsSpan(term.BytesRef.Offset, termLength));
                if (payload?.Payload is { } written)
                    Add(written.Bytes.AsSpan(written.Offset, written.Length));
                tokens.Add(new Token(
                    start, termLength, length - start - termLength, position,
                    new TextRange(offset + place.StartOffset, offset + place.EndOffset)));
            }

            stream.End();
            return (offset + place.EndOffset, position + increment.PositionIncrement);
        }
    }

    private void Add(ReadOnlySpan<byte> more)
    {
        if (length + more.Length > bytes.Length)
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, length + more.Length));
        more.CopyTo(bytes.AsSpan(length));
        length += more.Length;
    }

    private readonly record struct Token(int Term, int TermLength, int PayloadLength, int Position, TextRange Range);
}

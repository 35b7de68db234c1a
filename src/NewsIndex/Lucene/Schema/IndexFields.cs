using NewsIndex.Analysis;
using NewsIndex.Embeddings;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Lucene.Documents;
using NewsIndex.NearDuplicates;
using NewsIndex.Positions;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Schema;

/// <summary>Fields of a Lucene document. A change requires a new <see cref="IndexFormat.Version"/>.</summary>
internal static class IndexFields
{
    /// <summary>Indexed, not tokenised; sorted doc values for breaking ties.</summary>
    public const string Id = "id";

    /// <summary>
    /// Headline and body, stemmed by language (see <see cref="LanguageAnalysis"/>); the body begins at <see cref="BodyPosition"/>.
    /// </summary>
    public const string Text = TextFields.Stems;

    /// <summary>
    /// The same words at the same positions, normalised and in lower case; payloads encode the written form: see <see cref="WrittenForm"/>.
    /// </summary>
    public const string TextExact = TextFields.Exact;
    public const string Headline = "headline";
    public const string HeadlineExact = "headline.exact";

    /// <summary>
    /// Entity mentions, at the positions of their first words in <see cref="Text"/>: see <see cref="MentionTerm"/>. Mentions
    /// without an occurrence in the text begin at <see cref="GivenPosition"/>. The field's name must sort after the text's, because Lucene
    /// reads fields in the order of their names, and this one needs the positions of the text.
    /// </summary>
    public const string Mentions = TextFields.Mentions;

    /// <summary>Starts of sentences, paragraphs and quotations: see <see cref="TextBreaks"/>. Read after the text, like mentions.</summary>
    public const string Breaks = "text.breaks";

    /// <summary>Stored: see <see cref="StoredMentions"/>.</summary>
    public const string StoredMentions = "mentions";

    /// <summary>Doc values of English articles: see <see cref="ArticleEmbedding.ToBytes"/>.</summary>
    public const string Meaning = "meaning";

    /// <summary>
    /// Doc values of English articles in an index with embeddings of passages: see <see cref="PassageEmbeddings.ToBytes"/>. An index
    /// without them has the same format.
    /// </summary>
    public const string Passages = "passages";

    /// <summary>Doc values: ids of the entities of an article.</summary>
    public const string Person = "person";
    public const string Organization = "organization";
    public const string Place = "place";

    /// <summary>Indexed, normalised; the names as written are doc values of <see cref="SourceName"/> and the like.</summary>
    public const string Source = "source";
    public const string SourceName = "source.name";
    public const string Section = "section";
    public const string SectionName = "section.name";
    public const string Author = "author";
    public const string AuthorName = "author.name";
    public const string Tag = "tag";
    public const string TagName = "tag.name";

    /// <summary>Indexed: names of the labels for which the article has a value.</summary>
    public const string Has = "has";

    /// <summary>BCP 47 tag: doc values as written; indexed in lower case.</summary>
    public const string LanguageTag = "language.tag";

    /// <summary>Indexed: language without region, such as <c>en</c>; <see cref="UnknownLanguage"/> if unknown.</summary>
    public const string Language = "language";
    public const string UnknownLanguage = LanguageAnalysis.Unknown;

    /// <summary>Indexed and doc values: id of the first article of the near-duplicate group.</summary>
    public const string CopyGroup = "copies.group";

    /// <summary>Doc values of the first article of a near-duplicate group: see <see cref="TextBands"/>.</summary>
    public const string CopyBands = "copies.bands";

    /// <summary>Stored: revision number, from 1.</summary>
    public const string Revision = "revision";

    /// <summary>Indexed for old revisions, which have no other indexed field: id of the article.</summary>
    public const string RevisionOf = "revision.of";

    /// <summary>In <see cref="RevisionOf"/>, where the article is deleted. No article has a blank id.</summary>
    public const string NoArticle = " ";

    /// <summary>Indexed for old revisions: id and content key, to recognize an old text that arrives again.</summary>
    public const string RevisionKey = "revision.key";

    /// <summary>Indexed: <see cref="Yes"/> for current articles; absent for old revisions.</summary>
    public const string Current = "current";

    /// <summary><see cref="Yes"/> if the day of publication is known, otherwise <see cref="No"/>.</summary>
    public const string Dated = "published.dated";

    /// <summary>Indexed: day of the year (<c>04-13</c>) if the day is known, and month (<c>04</c>) if the month is known.</summary>
    public const string DayOfYear = "published.day_of_year";

    /// <summary>Indexed: see <see cref="StoredArticle.IsDateReliable"/>.</summary>
    public const string DateReliable = "published.reliable";

    /// <summary>Doc values: calendar days as <see cref="DateOnly.DayNumber"/>; absent without a date.</summary>
    public const string FirstDay = "published.first_day";
    public const string LastDay = "published.last_day";

    /// <summary>Doc values: seconds since 1970; absent without a date.</summary>
    public const string FirstSecond = "published.first_second";
    public const string LastSecond = "published.last_second";

    /// <summary>Doc values: second to sort by; <see cref="long.MinValue"/> if the day is unknown.</summary>
    public const string SortSecond = "published.sort";

    /// <summary>Doc values: 1 if there is no body.</summary>
    public const string HeadlineOnly = "headline_only";

    /// <summary>Doc values: see <see cref="ContentKey"/>.</summary>
    public const string ContentKey = "content_key";

    /// <summary>Stored: the article record as JSON in UTF-8.</summary>
    public const string Article = "article";

    /// <summary>Doc values: number of words of headline and body, with stop words.</summary>
    public const string WordCount = "words";

    /// <summary>Stored and, for current articles, doc values: seconds since 1970.</summary>
    public const string IndexedAt = "indexed_at";

    /// <summary>
    /// Doc values: <see cref="Generation.Number"/> of the generation that this revision created. Missing values of older indexes count as
    /// 0.
    /// </summary>
    public const string ArrivedAs = "arrived_as";

    /// <summary>
    /// Doc values: <see cref="Generation.Fingerprint"/> of the generation that <see cref="ArrivedAs"/> numbers. Old revisions keep both, so
    /// that each past generation of this index can be told from one of another index: see <see cref="PassedGenerations"/>.
    /// </summary>
    public const string Fingerprint = "fingerprint";

    public const string Yes = "yes";
    public const string No = "no";

    public const int BodyPosition = TextFields.BodyPosition;

    public const int GivenPosition = TextFields.GivenPosition;
}

using NewsIndex.Analysis;
using NewsIndex.Embeddings;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Lucene.Documents;
using NewsIndex.NearDuplicates;
using NewsIndex.Positions;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Schema;

/// <summary>The fields of a Lucene document. A change here is a change of <see cref="IndexFormat.Version"/>.</summary>
internal static class IndexFields
{
    /// <summary>Indexed, not tokenised; sorted doc values to break ties by.</summary>
    public const string Id = "id";

    /// <summary>Headline and body, stemmed as its language is (see <see cref="LanguageAnalysis"/>); the body begins at <see cref="BodyPosition"/>.</summary>
    public const string Text = TextFields.Stems;

    /// <summary>
    /// The same words at the same positions, normalised and in small letters only; payloads say how they were written: see
    /// <see cref="WrittenForm"/>.
    /// </summary>
    public const string TextExact = TextFields.Exact;
    public const string Headline = "headline";
    public const string HeadlineExact = "headline.exact";

    /// <summary>
    /// The names of an article, at the positions and offsets that their first words have in <see cref="Text"/>: see <see cref="MentionTerm"/>.
    /// Those that the archive gives stand after all others, from <see cref="GivenPosition"/> on. Lucene reads fields in the
    /// order of their names, and this one needs what was read of the text.
    /// </summary>
    public const string Mentions = TextFields.Mentions;

    /// <summary>See <see cref="TextBreaks"/>. Read after the text, as the mentions are.</summary>
    public const string Breaks = "text.breaks";

    /// <summary>Stored: see <see cref="StoredMentions"/>.</summary>
    public const string StoredMentions = "mentions";

    /// <summary>Doc values of English articles: see <see cref="ArticleEmbedding.ToBytes"/>.</summary>
    public const string Meaning = "meaning";

    /// <summary>Doc values: the ids of the entities of an article.</summary>
    public const string Person = "person";
    public const string Organization = "organization";
    public const string Place = "place";

    /// <summary>Indexed, normalised; the names as written are doc values under <see cref="SourceName"/> and its like.</summary>
    public const string Source = "source";
    public const string SourceName = "source.name";
    public const string Section = "section";
    public const string SectionName = "section.name";
    public const string Author = "author";
    public const string AuthorName = "author.name";
    public const string Tag = "tag";
    public const string TagName = "tag.name";

    /// <summary>Indexed: the names of the labels that an article has at all.</summary>
    public const string Has = "has";

    /// <summary>BCP 47: doc values as the article has it; indexed in small letters.</summary>
    public const string LanguageTag = "language.tag";

    /// <summary>Indexed: the language without its region, such as <c>en</c>; <see cref="UnknownLanguage"/> where it is not known.</summary>
    public const string Language = "language";
    public const string UnknownLanguage = LanguageAnalysis.Unknown;

    /// <summary>Indexed and as doc values: the first article of those with nearly the same text.</summary>
    public const string CopyGroup = "copies.group";

    /// <summary>Doc values of the first article of a group: see <see cref="TextBands"/>.</summary>
    public const string CopyBands = "copies.bands";

    /// <summary>Stored: 1 for the first text of an article, one more for each that replaced it.</summary>
    public const string Revision = "revision";

    /// <summary>Indexed on texts that were replaced, which have no other indexed field: the article's id.</summary>
    public const string RevisionOf = "revision.of";

    /// <summary>Indexed on texts that were replaced: id and content, so that an old text that is met again is known.</summary>
    public const string RevisionKey = "revision.key";

    /// <summary>Indexed: <see cref="Yes"/> on every article, and not on texts that were replaced.</summary>
    public const string Current = "current";

    /// <summary>Whether the day of publication is known: <see cref="Yes"/> or <see cref="No"/>.</summary>
    public const string Dated = "published.dated";

    /// <summary>Indexed: the day of any year, <c>04-13</c>, where the day is known, and the month, <c>04</c>, where that is.</summary>
    public const string DayOfYear = "published.day_of_year";

    /// <summary>Indexed: see <see cref="StoredArticle.IsDateReliable"/>.</summary>
    public const string DateReliable = "published.reliable";

    /// <summary>Calendar days as <see cref="DateOnly.DayNumber"/>, indexed and as doc values.</summary>
    public const string FirstDay = "published.first_day";
    public const string LastDay = "published.last_day";

    /// <summary>Seconds from 1970, indexed and as doc values.</summary>
    public const string FirstSecond = "published.first_second";
    public const string LastSecond = "published.last_second";

    /// <summary>Doc values: the second to sort by, or <see cref="long.MinValue"/> where the day is unknown.</summary>
    public const string SortSecond = "published.sort";

    /// <summary>Doc values: 1 when there is no body.</summary>
    public const string HeadlineOnly = "headline_only";

    /// <summary>Doc values: see <see cref="ContentKey"/>.</summary>
    public const string ContentKey = "content_key";

    /// <summary>Stored: the article record as JSON in UTF-8.</summary>
    public const string Article = "article";

    /// <summary>Doc values: words of headline and body, those that searches leave out included.</summary>
    public const string WordCount = "words";

    /// <summary>Stored and indexed: seconds from 1970.</summary>
    public const string IndexedAt = "indexed_at";

    /// <summary>
    /// Indexed and as doc values: the <see cref="Generation.Number"/> that the article made when it came in with this text. Articles
    /// that an indexer wrote before it knew of this have none, and count as 0.
    /// </summary>
    public const string ArrivedAs = "arrived_as";

    /// <summary>
    /// Doc values: the <see cref="Generation.Fingerprint"/> of the generation that <see cref="ArrivedAs"/> numbers. Texts that were
    /// replaced keep both, so that every generation that the index has passed through can be told from one of another index: see
    /// <see cref="PassedGenerations"/>.
    /// </summary>
    public const string Fingerprint = "fingerprint";

    public const string Yes = "yes";
    public const string No = "no";

    public const int BodyPosition = TextFields.BodyPosition;

    public const int GivenPosition = TextFields.GivenPosition;
}

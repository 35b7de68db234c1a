using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Schema;

/// <summary>Fields of article labels.</summary>
internal static class LabelFields
{
    /// <summary>Maximum length of a label in UTF-16 code units; Lucene's limit for terms is 32,766 bytes.</summary>
    private const int MaxCharacters = 1000;

    /// <summary>Returns the field of normalised values and the doc values field of values as written.</summary>
    public static (string Indexed, string Written) Of(ArticleLabel label) => label switch
    {
        ArticleLabel.Source => (IndexFields.Source, IndexFields.SourceName),
        ArticleLabel.Section => (IndexFields.Section, IndexFields.SectionName),
        ArticleLabel.Author => (IndexFields.Author, IndexFields.AuthorName),
        ArticleLabel.Tag => (IndexFields.Tag, IndexFields.TagName),
        _ => (IndexFields.LanguageTag, IndexFields.LanguageTag),
    };

    /// <summary>
    /// Normalises a label for comparison; a label without letters or digits stays unchanged, so that it does not become empty.
    /// </summary>
    public static string Normalise(string value) =>
        EntityName.Normalise(Cut(value)) is { Length: > 0 } normalised ? normalised : Cut(value);

    /// <summary>
    /// Normalises a label by its kind: authors by their spoken name, so that "Smith, John" equals John Smith and J. K. equals JK.
    /// </summary>
    public static string Normalise(ArticleLabel label, string value) =>
        label == ArticleLabel.Author && NameKey.Said(Cut(value)) is { Length: > 0 } said ? said : Normalise(value);

    /// <inheritdoc cref="Normalise(ArticleLabel, string)"/>
    /// <param name="written">Doc values field of the label.</param>
    public static string NormaliseIn(string written, string value) =>
        written == IndexFields.AuthorName ? Normalise(ArticleLabel.Author, value) : Normalise(value);

    public static string Cut(string value) => value.Length > MaxCharacters ? value[..MaxCharacters] : value;
}

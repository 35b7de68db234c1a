using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Schema;

/// <summary>Where labels of articles lie.</summary>
internal static class LabelFields
{
    /// <summary>The longest term that Lucene takes is of 32,766 bytes; no label is as long, and nobody reads one that is.</summary>
    private const int MostCharacters = 1000;

    /// <summary>The field of normalised values, and the doc values as written.</summary>
    public static (string Indexed, string Written) Of(ArticleLabel label) => label switch
    {
        ArticleLabel.Source => (IndexFields.Source, IndexFields.SourceName),
        ArticleLabel.Section => (IndexFields.Section, IndexFields.SectionName),
        ArticleLabel.Author => (IndexFields.Author, IndexFields.AuthorName),
        ArticleLabel.Tag => (IndexFields.Tag, IndexFields.TagName),
        _ => (IndexFields.LanguageTag, IndexFields.LanguageTag),
    };

    /// <summary>What a query compares; a label of signs alone stays as it is, so that it is not taken for none.</summary>
    public static string Normalise(string value) => EntityName.Normalise(Cut(value)) is { Length: > 0 } normalised ? normalised : Cut(value);

    /// <summary>
    /// The same of one label: authors are compared as their names are said, so that "Smith, John" is John Smith and J. K. is JK.
    /// </summary>
    public static string Normalise(ArticleLabel label, string value) =>
        label == ArticleLabel.Author && NameKey.Said(Cut(value)) is { Length: > 0 } said ? said : Normalise(value);

    /// <inheritdoc cref="Normalise(ArticleLabel, string)"/>
    /// <param name="written">The doc values of the label.</param>
    public static string NormaliseIn(string written, string value) =>
        written == IndexFields.AuthorName ? Normalise(ArticleLabel.Author, value) : Normalise(value);

    public static string Cut(string value) => value.Length > MostCharacters ? value[..MostCharacters] : value;
}

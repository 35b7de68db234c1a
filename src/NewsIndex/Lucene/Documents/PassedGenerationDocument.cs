using Lucene.Net.Documents;
using NewsIndex.Generations;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Documents;

/// <summary>Document of a generation whose text is deleted. It holds nothing of the article, and no search finds it.</summary>
internal static class PassedGenerationDocument
{
    public static Document Of(Generation made) =>
    [
        // Counts as a replaced text, which no query finds.
        new StringField(IndexFields.RevisionOf, IndexFields.NoArticle, Field.Store.NO),
        new NumericDocValuesField(IndexFields.ArrivedAs, made.Number),
        new NumericDocValuesField(IndexFields.Fingerprint, unchecked((long)made.Fingerprint)),
    ];
}

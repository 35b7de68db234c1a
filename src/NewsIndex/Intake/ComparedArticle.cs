using NewsIndex.NearDuplicates;
using NewsIndex.Words;

namespace NewsIndex.Intake;

/// <summary>What near-duplicates of an article are found by.</summary>
/// <param name="Shingles">See <see cref="TextShingles"/>.</param>
/// <param name="Bands">See <see cref="TextBands"/>.</param>
internal readonly record struct ComparedArticle(ulong[] Shingles, uint[] Bands)
{
    public static ComparedArticle Of(ArticleText text)
    {
        var shingles = text.ToShingles();
        return new ComparedArticle(shingles, TextBands.Of(shingles));
    }
}

using CsCheck;
using NewsIndex.LuceneSyntax;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Queries;

public sealed class PlainLuceneTextTests
{
    private static readonly string[] Pieces =
    [
        "storm", "flood", "Über", "naïve", "3.5", "U.S", "U.S.", "well-being", "o'clock", "x", "東京", "москва", "1987", "elect*", "a*b", "*",
        "?", "AND", "OR", "NOT", "and", "Or", "NEAR", "within", "AND*", "\"prime minister\"", "\"the U.S dollar\"", "\"a  b\"", "\"a, b\"",
        "\"\"", "\"", "\"oil pric*\"", "\"fox\"~2", "roam~1", "fox^2", "title:storm", "+", "-", "--", "+storm", "-coast", "+\"a b\"",
        "-elect*", "!", "&&", "||", "(", ")", "[", "\\", "/", "'", ".", ",", "=", "a=b", "\u2019", "\u201C",
        "\u3000", "\u00A0", "\U0001F600",
    ];

    private static readonly string[] Between =
        [" ", " ", " ", " ", "", "  ", "\t", "\n", " AND ", " OR ", " NOT ", " AND NOT ", " OR NOT ", " +", " -"];

    private static readonly int[] ClauseLimits = [2, 5, 1024];

    /// <summary>The first third of the pieces are plain, so that most texts of them are.</summary>
    private static Gen<string> TextOf(int pieces) =>
        Gen.Select(Gen.Int[0, pieces - 1], Gen.Int[0, Between.Length - 1]).Array[1, 8]
            .Select(each => string.Concat(each.Select(one => Between[one.Item2] + Pieces[one.Item1])));

    private static Gen<QueryOptions> Options { get; } = Gen.Select(
        Gen.Bool, Gen.Int[0, ClauseLimits.Length - 1], (isAnd, limit) => new QueryOptions
        {
            Syntax = QuerySyntax.Lucene,
            DefaultOperator = isAnd ? DefaultOperator.And : DefaultOperator.Or,
            Limits = QueryLimits.Default with { Clauses = ClauseLimits[limit] },
        });

    [Theory]
    [InlineData("storm")]
    [InlineData(" storm  coast ")]
    [InlineData("+storm -coast sea")]
    [InlineData("a AND b OR NOT c d")]
    [InlineData("\"prime minister\" elect* well-being")]
    public void Reads_by_hand(string plain) => Assert.NotNull(PlainLuceneText.Read(plain, QueryOptions.Default));

    [Theory]
    [InlineData("storm and coast")]
    [InlineData("title:storm")]
    [InlineData("storm AND")]
    [InlineData("(storm)")]
    [InlineData("C++")]
    public void Leaves_the_rest_to_the_parser(string other) => Assert.Null(PlainLuceneText.Read(other, QueryOptions.Default));

    [Fact]
    public void Reads_plain_texts_as_the_parser_does() => Gen.Select(TextOf(Pieces.Length / 3), Options).Sample(ReadsAlike, iter: 20_000);

    [Fact]
    public void Reads_any_texts_as_the_parser_does() =>
        Gen.Select(Gen.OneOf(TextOf(Pieces.Length), AnyTypedQuery.Text), Options).Sample(ReadsAlike, iter: 20_000);

    [Fact]
    public void Reads_any_characters_as_the_parser_does() => Gen.Select(
        Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\u0080', '\u3100']).Array[1, 6].Select(each => new string(each)), Options)
        .Sample(ReadsAlike, iter: 20_000);

    private static bool ReadsAlike(string typed, QueryOptions options)
    {
        if (string.IsNullOrWhiteSpace(typed) || PlainLuceneText.Read(typed, options) is not { } plain)
            return true;
        var parsed = LuceneQueryReader.Parse(typed, options);
        return plain.Equals(parsed.Query) && parsed.Notices.Count == 0 && !parsed.DependsOnNow;
    }
}

using CsCheck;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Queries;

/// <summary>Operator words, field names, wildcards and slashes of the query language.</summary>
public sealed class QueryWordsTests
{
    [Theory]
    [InlineData("NEAR/5", "NEAR/5")]
    [InlineData("near/5", "NEAR/5")]
    [InlineData("W/5", "NEAR/5")]
    [InlineData("N/5", "NEAR/5")]
    [InlineData("NEAR5", "NEAR/5")]
    [InlineData("PRE/5", "PRE/5")]
    [InlineData("P/5", "PRE/5")]
    [InlineData("ADJ5", "PRE/5")]
    [InlineData("ADJ", "PRE/1")]
    [InlineData("W/S", "W/S")]
    [InlineData("W/SENT", "W/S")]
    [InlineData("W/PARA", "W/P")]
    [InlineData("PRE/S", "PRE/S")]
    [InlineData("SAME", "W/P")]
    [InlineData("/5", "NEAR/5")]
    [InlineData("/s", "W/S")]
    [InlineData("NEAR/0", null)]
    [InlineData("NEAR/1001", null)]
    public void Operators_of_all_systems_are_one_proximity(string word, string? proximity)
    {
        Assert.Equal(QueryTokenKind.Near, OperatorWords.Find(word)?.Kind);
        Assert.Equal(proximity, OperatorWords.ToProximity(word, 1000)?.ToString());
    }

    [Theory]
    [InlineData("AND", QueryTokenKind.And, "AND")]
    [InlineData("OR", QueryTokenKind.Or, "OR")]
    [InlineData("NOT", QueryTokenKind.Not, "NOT")]
    [InlineData("ATLEAST/3", QueryTokenKind.AtLeast, "3")]
    [InlineData("atleast3", QueryTokenKind.AtLeast, "3")]
    [InlineData("FIRST/20", QueryTokenKind.First, "20")]
    [InlineData("BY", QueryTokenKind.By, "BY")]
    public void Operator_words_have_a_kind_and_a_text(string word, object kind, string text) =>
        Assert.Equal(((QueryTokenKind)kind, text), OperatorWords.Find(word));

    [Theory]
    [InlineData("and")]
    [InlineData("near")]
    [InlineData("NEAR/x")]
    [InlineData("FIRST")]
    [InlineData("storm")]
    public void Other_words_are_no_operators(string word) => Assert.False(OperatorWords.Is(word));

    [Theory]
    [InlineData("headlin", "headline")]
    [InlineData("sorce", "source")]
    [InlineData("auhtor", "author")]
    [InlineData("Persn", "person")]
    [InlineData("telephone", null)]
    public void A_misspelt_field_leads_to_the_nearest(string typed, string? field) => Assert.Equal(field, FieldNames.Nearest(typed));

    [Theory]
    [InlineData("title", true)]
    [InlineData("BYLINE", true)]
    [InlineData("near20", true)]
    [InlineData("repeat3", true)]
    [InlineData("near", false)]
    [InlineData("colour", false)]
    public void Fields_are_known_by_all_their_names(string name, bool isKnown) => Assert.Equal(isKnown, FieldNames.IsKnown(name));

    [Theory]
    [InlineData("elect*", true)]
    [InlineData("wom?n", true)]
    [InlineData("what\\?", false)]
    [InlineData("a\\\\*", true)]
    [InlineData("storm", false)]
    public void A_pattern_is_open_where_a_wildcard_is_not_escaped(string pattern, bool isOpen) =>
        Assert.Equal(isOpen, PatternText.IsOpen(pattern));

    [Fact]
    public void Escaping_every_sign_of_a_text_gives_the_text_back() =>
        Gen.Char["ab*?\\ "].Array[0, 10].Select(letters => new string(letters)).Sample(text =>
        {
            var pattern = string.Concat(text.Select(PatternText.Escaped));
            return !PatternText.IsOpen(pattern) && PatternText.Literal(pattern) == text && PatternText.Replace(pattern, '%', '_') == text;
        });

    [Theory]
    [InlineData("el*t?", "el%t_")]
    [InlineData("100\\%*", "100%%")]
    [InlineData("a\\*b*", "a*b%")]
    public void Wildcards_are_replaced_and_escapes_removed(string pattern, string replaced) =>
        Assert.Equal(replaced, PatternText.Replace(pattern, '%', '_'));

    [Fact]
    public void Slashes_of_a_regular_expression_are_escaped_and_back() =>
        Gen.Char["ab/."].Array[0, 8].Select(letters => new string(letters)).Sample(text =>
            RegexSlashes.Unescape(RegexSlashes.Escape(text)) == text);
}

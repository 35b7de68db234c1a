using CsCheck;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

/// <summary>The dictionary against a look at every word of every name.</summary>
public sealed class EntityDictionaryTests
{
    /// <summary>Two letters or more: single ones are initials, which are joined.</summary>
    private static readonly Gen<string> AnyWord = Gen.String[Gen.Char["abcde"], 2, 6];
    private static readonly Gen<string[]> AnyNames = AnyWord.Array[1, 3].Select(words => string.Join(' ', words)).Array[0, 12];

    [Fact]
    public void A_prefix_finds_every_name_once_for_each_word_that_goes_on_so() =>
        Gen.Select(AnyNames, AnyWord).Sample((names, prefix) =>
            Assert.Equal(
                Expected(names, rest => rest.StartsWith(prefix, StringComparison.Ordinal)),
                Found(DictionaryOf(names).WithPrefix(prefix))), iter: 2_000);

    [Fact]
    public void An_edit_distance_finds_every_name_with_the_same_first_letter() =>
        Gen.Select(AnyNames, Gen.String[Gen.Char["abcde"], 1, 9], Gen.Int[1, 2]).Sample((names, typed, maxEdits) =>
            Assert.Equal(
                typed.Length < EntityDictionary.MinMisspeltLength
                    ? []
                    : Expected(names, rest => rest[0] == typed[0] && EditDistance.IsWithin(rest, typed, maxEdits)),
                Found(DictionaryOf(names).Like(typed, maxEdits))), iter: 2_000);

    [Fact]
    public void Counts_of_one_name_add_up()
    {
        var entity = EntityReference.Named(EntityType.Person, "james baker");
        var dictionary = new EntityDictionary(
            [Mention(entity, "James Baker", 2), Mention(entity, "Baker", 1), Mention(entity, "James Baker", 3)]);
        Assert.Equal(["James Baker=5", "Baker=1"], dictionary.NamesOf(entity).Select(name => $"{name.Name}={name.Mentions}"));
        Assert.All(dictionary.NamesOf(entity), name => Assert.Equal(entity, dictionary.EntityAt(name.Number)));
    }

    [Fact]
    public void Parts_merge_into_the_dictionary_of_all_names_however_often() =>
        Gen.Select(AnyNames, Gen.Int[0, 3].Array[12], AnyWord).Sample((names, parts, typed) =>
        {
            var whole = DictionaryOf([.. names, .. names]);
            var two = DictionaryOf([.. names.Where((_, i) => parts[i] < 2)]);
            var merged = EntityDictionary.Merge([two, DictionaryOf([.. names.Where((_, i) => parts[i] >= 2)])]);
            var twice = EntityDictionary.Merge([DictionaryOf([]), merged, DictionaryOf(names)]);
            Assert.Equal(Listed(whole.WithPrefix(typed[..1])), Listed(twice.WithPrefix(typed[..1])));
            Assert.Equal(Listed(whole.Like(typed, 1)), Listed(twice.Like(typed, 1)));
            Assert.All(twice.WithPrefix(""), name => Assert.Equal(name.Entity, twice.EntityAt(name.Number)));
            Assert.Equal(Listed(two.WithPrefix("")), Listed(DictionaryOf([.. names.Where((_, i) => parts[i] < 2)]).WithPrefix("")));
        }, iter: 1_000);

    [Fact]
    public void A_dictionary_of_no_parts_is_empty() => Assert.Empty(EntityDictionary.Merge([]).WithPrefix(""));

    [Fact]
    public void An_entity_that_is_not_there_has_no_names() =>
        Assert.Empty(DictionaryOf(["a"]).NamesOf(EntityReference.Named(EntityType.Place, "a")));

    [Theory]
    [InlineData("a bc d", "0 2 5")]
    [InlineData("abc", "0")]
    [InlineData("", "")]
    public void Words_begin_behind_blanks(string name, string expected) =>
        Assert.Equal(expected, string.Join(' ', EntityDictionary.WordStarts(name)));

    private static List<string> Expected(string[] names, Func<string, bool> matches) =>
    [
        .. names.Distinct().SelectMany(name => EntityDictionary.WordStarts(name).Where(start => matches(name[start..])).Select(_ => name))
            .Order(StringComparer.Ordinal),
    ];

    private static List<string> Found(IEnumerable<DictionaryName> names) =>
        [.. names.Select(name => name.Name).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Listed(IEnumerable<DictionaryName> names) =>
        names.Select(name => $"{name.Name}={name.Mentions}").Order(StringComparer.Ordinal);

    private static EntityDictionary DictionaryOf(string[] names) =>
        new(names.Select(name => Mention(EntityReference.Named(EntityType.Organization, name), name, 1)));

    private static MentionName Mention(EntityReference entity, string name, long mentions) =>
        new(entity, EntityName.Normalise(name), name, MentionTerm.OfName(entity, name), 1, mentions);
}

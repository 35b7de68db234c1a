using CsCheck;
using NewsIndex.Articles;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Tagging;

public sealed class TagSchemeTests
{
    /// <summary>The tags as they are written in the literature, by number.</summary>
    private static readonly string[] Names =
        ["O", "B-PER", "I-PER", "L-PER", "U-PER", "B-ORG", "I-ORG", "L-ORG", "U-ORG", "B-LOC", "I-LOC", "L-LOC", "U-LOC"];

    [Fact]
    public void Numbers_the_tags_of_persons_then_organisations_then_places()
    {
        string[] types = ["PER", "ORG", "LOC"];
        for (var type = 0; type < TagScheme.TypeCount; type++)
        {
            Assert.Equal($"B-{types[type]}", Names[TagScheme.Begin(type)]);
            Assert.Equal($"I-{types[type]}", Names[TagScheme.Inside(type)]);
            Assert.Equal($"L-{types[type]}", Names[TagScheme.Last(type)]);
            Assert.Equal($"U-{types[type]}", Names[TagScheme.Unit(type)]);
        }

        Assert.Equal("O", Names[TagScheme.Outside]);
        Assert.Equal(TagScheme.Count, Names.Length);
    }

    [Fact]
    public void Tells_type_and_position_of_every_tag()
    {
        for (var tag = 0; tag < TagScheme.Count; tag++)
        {
            var name = Names[tag];
            Assert.Equal(tag == 0 ? -1 : Array.IndexOf(["PER", "ORG", "LOC"], name[2..]), TagScheme.TypeOf(tag));
            Assert.Equal(name[0] is 'B' or 'U', TagScheme.StartsName(tag));
            Assert.Equal(name[0] is 'L' or 'U', TagScheme.EndsName(tag));
            Assert.Equal(name[0] is 'O' or 'B' or 'U', TagScheme.MayStart(tag));
            Assert.Equal(name[0] is 'O' or 'L' or 'U', TagScheme.MayEnd(tag));
        }
    }

    [Fact]
    public void Lets_a_tag_follow_exactly_where_BILOU_does()
    {
        for (var previous = 0; previous < TagScheme.Count; previous++)
        {
            for (var tag = 0; tag < TagScheme.Count; tag++)
            {
                var isOpen = Names[previous][0] is 'B' or 'I';
                var continues = Names[tag][0] is 'I' or 'L';
                var expected = isOpen ? continues && Names[previous][2..] == Names[tag][2..] : !continues;
                Assert.Equal(expected, TagScheme.MayFollow(previous, tag));
                Assert.Equal(expected, TagScheme.Predecessors[tag].Contains(previous));
            }
        }
    }

    [Fact]
    public void Lists_predecessors_in_ascending_order() =>
        Assert.All(TagScheme.Predecessors, predecessors => Assert.Equal(predecessors.Order(), predecessors));

    [Theory]
    [InlineData(TagScheme.Person, EntityType.Person)]
    [InlineData(TagScheme.Organization, EntityType.Organization)]
    [InlineData(TagScheme.Place, EntityType.Place)]
    public void Maps_types_to_those_of_the_index(int type, EntityType expected) => Assert.Equal(expected, TagScheme.EntityTypeOf(type));

    [Fact]
    public void Encodes_names_of_one_two_and_more_tokens() =>
        Assert.Equal(
            ["U-PER", "B-ORG", "I-ORG", "L-ORG", "O", "B-LOC", "L-LOC", "U-LOC", "O"],
            TagScheme.Encode(9, [new(0, 1, 0), new(1, 4, 1), new(5, 7, 2), new(7, 8, 2)]).Select(tag => Names[tag]));

    [Fact]
    public void Decodes_what_it_encodes_whatever_the_order_of_the_names() =>
        Check.Sample(
            AnyNames.Gen,
            names =>
            {
                Assert.Equal(names, TagScheme.Decode(TagScheme.Encode(AnyNames.Length, names)));
                Assert.Equal(names, TagScheme.Decode(TagScheme.Encode(AnyNames.Length, names.OrderByDescending(name => name.Start))));
            },
            iter: 500);

    [Fact]
    public void Encodes_only_valid_sequences() =>
        Check.Sample(AnyNames.Gen, names => Assert.True(IsValid(TagScheme.Encode(AnyNames.Length, names))), iter: 500);

    [Fact]
    public void Writes_one_name_and_leaves_the_others()
    {
        var tags = TagScheme.Encode(6, [new(0, 2, TagScheme.Person), new(3, 6, TagScheme.Organization)]);
        TagScheme.Write(tags, new TagSpan(3, 6, TagScheme.Place));
        Assert.Equal([new TagSpan(0, 2, TagScheme.Person), new TagSpan(3, 6, TagScheme.Place)], TagScheme.Decode(tags));
    }

    [Fact]
    public void Decodes_no_name_from_a_sentence_without_one() => Assert.Empty(TagScheme.Decode(new byte[5]));

    /// <summary>Returns whether BILOU allows a sequence.</summary>
    internal static bool IsValid(byte[] tags)
    {
        for (var i = 1; i < tags.Length; i++)
        {
            if (!TagScheme.MayFollow(tags[i - 1], tags[i]))
                return false;
        }

        return tags.Length == 0 || (TagScheme.MayStart(tags[0]) && TagScheme.MayEnd(tags[^1]));
    }
}

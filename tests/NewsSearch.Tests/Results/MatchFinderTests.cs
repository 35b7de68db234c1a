using NewsIndex.Articles;
using NewsIndex.Positions;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Results;

/// <summary>Matches are shown as the text of either zone with brackets around them.</summary>
public sealed class MatchFinderTests
{
    private static readonly Proximity Near2 = new(ProximityUnit.Words, 2, false);

    private static readonly Dictionary<string, (PositionPlan Plan, string Marked)> Plans = new()
    {
        ["a word, wherever it stands"] =
            (Word("oil"), "[Oil] falls / Prices of [oil] fell as [oil] flowed"),
        ["all words of a phrase"] =
            (Phrase(0, "oil", "fell"), "Oil falls / Prices of [oil] [fell] as oil flowed"),
        ["words of a phrase with slop"] =
            (Phrase(1, "prices", "oil"), "Oil falls / [Prices] of [oil] fell as oil flowed"),
        ["all alternatives"] =
            (new PositionPlan.Any([Word("fell"), Word("falls")]), "Oil [falls] / Prices of oil [fell] as oil flowed"),
        ["both sides of a near, where it holds"] =
            (new PositionPlan.Near(Word("prices"), Word("oil"), Near2), "Oil falls / [Prices] of [oil] fell as oil flowed"),
        ["what is not near another, and not the other"] =
            (new PositionPlan.NotNear(Word("oil"), Word("prices"), Near2), "[Oil] falls / Prices of oil fell as [oil] flowed"),
        ["what lies in the headline"] =
            (new PositionPlan.Within(Word("oil"), 0, TextFields.BodyPosition), "[Oil] falls / Prices of oil fell as oil flowed"),
        ["all of what is there often enough"] =
            (new PositionPlan.AtLeast(Word("oil"), 3), "[Oil] falls / Prices of [oil] fell as [oil] flowed"),
        ["none of what is not"] =
            (new PositionPlan.AtLeast(Word("oil"), 4), "Oil falls / Prices of oil fell as oil flowed"),
    };

    public static TheoryData<string> Rules => [.. Plans.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_match_has(string rule) =>
        Assert.Equal(Plans[rule].Marked, Marked("Oil falls", "Prices of oil fell as oil flowed", Plans[rule].Plan));

    [Fact]
    public void Words_of_a_quotation_are_marked_inside_and_its_speaker_outside()
    {
        var plan = new PositionPlan.Quoted(Word("oil"), Word("baker"));
        Assert.Equal(" / [Baker] on oil: \"[oil] fell\"", Marked("", "Baker on oil: \"oil fell\"", plan));
    }

    [Fact]
    public void Matches_of_several_plans_are_in_the_order_of_the_text()
    {
        Assert.Equal("[Oil] falls / [Prices] of [oil] fell", Marked("Oil falls", "Prices of oil fell", Word("oil"), Word("prices")));
    }

    [Fact]
    public void Offsets_of_the_body_begin_at_its_own_first_character_with_or_without_a_headline()
    {
        Assert.Equal(" / [oil] fell", Marked("", "oil fell", Word("oil")));
        Assert.Equal("Gas / [oil] fell", Marked("Gas", "oil fell", Word("oil")));
    }

    private static PositionPlan.Terms Word(string word) => PositionPlan.Terms.Of(TextFields.Exact, word);

    private static PositionPlan.Sequence Phrase(int slop, params string[] words) =>
        new([.. words.Select((word, distance) => (Word(word), distance))], slop);

    private static string Marked(string headline, string body, params PositionPlan[] plans)
    {
        var article = new Article { Id = "1", Headline = headline, Body = body };
        var (inHeadline, inBody) = MatchFinder.Find(new TextPositions(article), article, plans);
        return $"{Marked(headline, inHeadline)} / {Marked(body, inBody)}";
    }

    private static string Marked(string text, List<TextRange> ranges)
    {
        foreach (var range in ranges.AsEnumerable().Reverse())
            text = text.Insert(range.End, "]").Insert(range.Start, "[");
        return text;
    }

    /// <summary>The positions of an article from its text alone.</summary>
    private sealed class TextPositions : MarkedPositions
    {
        private readonly List<(string Word, int Position, TextRange Range)> words;
        private readonly TextBreaks breaks = new();

        public TextPositions(Article article)
        {
            words = [.. ArticleWords.Of(article)];
            var offset = ArticleWords.BodyOffset(article);
            var inBody = words.FindIndex(word => word.Position >= TextFields.BodyPosition) is var first and >= 0 ? first : words.Count;
            breaks.Add(article.Headline, [.. words.Take(inBody).Select(word => (word.Range.Start, word.Position))]);
            breaks.Add(article.Body, [.. words.Skip(inBody).Select(word => (word.Range.Start - offset, word.Position))]);
        }

        public override List<Interval> Of(PositionPlan.Terms terms) =>
            [.. words.Where(word => terms.Words.Contains(word.Word)).Select(word => new Interval(word.Position, word.Position))];

        public override TextRange RangeAt(PositionPlan.Terms terms, int position) => words.First(word => word.Position == position).Range;

        public override IReadOnlyList<int> Breaks(BreakKind kind) =>
            [.. breaks.Found.Where(each => each.Kind == kind).Select(each => each.Position)];
    }
}

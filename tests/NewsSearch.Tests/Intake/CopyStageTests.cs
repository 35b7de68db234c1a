using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.NearDuplicates;
using NewsIndex.Words;

namespace NewsSearch.Tests.Intake;

/// <summary>Groups of near-duplicates, as articles come in.</summary>
public sealed class CopyStageTests : IDisposable
{
    private const string Fog = "the harbour was closed in the fog on monday and no ship left before noon";
    private const string Vote = "the council voted on the budget late at night after a debate of nine hours";

    private readonly MemoryArticleStore store = new();
    private readonly Dictionary<string, IncomingArticle> current = [];
    private long arrivals;

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_copy_is_of_the_group_of_the_first_and_has_no_bands_of_its_own()
    {
        var states = Assign(Stage(), ("a", Fog), ("b", Vote), ("c", Fog));
        Assert.Equal(["a", "b", "a"], states.Select(state => state.CopyGroup));
        Assert.Equal([TextBands.Count, TextBands.Count, 0], states.Select(state => state.Bands.Length));
    }

    [Fact]
    public void Revision_and_arrival_are_those_that_were_decided()
    {
        var stage = Stage();
        var incoming = IntakeArticles.Incoming("a", Fog);
        var states = stage.Assign([incoming], [Compared(incoming)], [new Decision(WriteOutcome.Updated, 4, new Generation(9, 99))]);
        Assert.Equal((4, new Generation(9, 99)), (states[0].Revision, states[0].Arrival));
    }

    [Fact]
    public void A_text_of_few_words_is_in_a_group_of_its_own() =>
        Assert.Equal(["a", "b"], Assign(Stage(), ("a", "no comment"), ("b", "no comment")).Select(state => state.CopyGroup));

    [Fact]
    public void Groups_go_on_over_batches_and_runs()
    {
        var stage = Stage();
        Assign(stage, ("a", Fog));
        Assert.Equal("a", Assign(stage, ("b", Fog)).Single().CopyGroup);
        Assert.Equal("a", Assign(Stage(), ("c", Fog)).Single().CopyGroup);
    }

    [Fact]
    public void An_article_is_compared_with_what_the_first_has_become_in_the_same_batch()
    {
        var stage = Stage();
        Assign(stage, ("a", Fog));
        var states = Assign(stage, ("b", Fog), ("a", Vote), ("c", Vote));
        // Under the bands of its former text "a" is still looked at, and its text is another by now.
        Assert.Equal(["b", "a", "a"], states.Select(state => state.CopyGroup));
    }

    [Fact]
    public void A_first_that_has_got_another_text_takes_no_copies_of_the_former()
    {
        var stage = Stage();
        Assign(stage, ("a", Fog));
        Assign(stage, ("a", Vote));
        Assert.Equal("b", Assign(stage, ("b", Fog)).Single().CopyGroup);
    }

    [Fact]
    public void A_changed_text_may_come_into_the_group_of_another()
    {
        var stage = Stage();
        Assign(stage, ("a", Fog), ("b", Vote));
        Assert.Equal("a", Assign(stage, ("b", Fog)).Single().CopyGroup);
    }

    /// <summary>The same articles, cut into batches anywhere, begun anew anywhere.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Groups_depend_on_the_order_of_articles_alone(int seed)
    {
        var random = new Random(seed);
        var archive = Enumerable.Range(0, 300).Select(i => ($"{i}", TextOf(random))).ToArray();
        var whole = Assign(Stage(), archive).Select(state => state.CopyGroup).ToList();
        Assert.InRange(whole.Distinct().Count(), 10, 290);

        current.Clear();
        store.Articles.Clear();
        arrivals = 0;
        var (stage, groups) = (Stage(), new List<string>());
        for (var next = 0; next < archive.Length;)
        {
            var batch = archive.Skip(next).Take(random.Next(1, 60)).ToArray();
            groups.AddRange(Assign(stage, batch).Select(state => state.CopyGroup));
            next += batch.Length;
            if (random.Next(3) == 0)
                stage = Stage();
        }

        Assert.Equal(whole, groups);
    }

    /// <summary>A group is that of the most similar first; of equals, of the earliest.</summary>
    [Fact]
    public void Groups_are_those_that_comparing_with_every_first_gives()
    {
        var random = new Random(5);
        var archive = Enumerable.Range(0, 200).Select(i => ($"{i}", TextOf(random))).ToArray();
        var states = Assign(Stage(), archive);
        var firsts = new List<(string Id, ulong[] Shingles)>();
        var differing = 0;
        for (var i = 0; i < archive.Length; i++)
        {
            var shingles = TextShingles.Of(ComparedText.Of("", archive[i].Item2));
            var best = firsts.Select(first => (first.Id, Likeness: TextShingles.Resemblance(shingles, first.Shingles)))
                .Where(each => each.Likeness >= CopyGroups.Threshold).OrderByDescending(each => each.Likeness).FirstOrDefault();
            differing += (best.Id ?? archive[i].Item1) == states[i].CopyGroup ? 0 : 1;
            if (states[i].CopyGroup == archive[i].Item1)
                firsts.Add((archive[i].Item1, shingles));
        }

        // Bands miss one pair in five hundred at the threshold.
        Assert.InRange(differing, 0, 2);
    }

    private CopyStage Stage() => new(store, Find, span: 1000);

    private StoredRecord? Find(string id) => current.TryGetValue(id, out var article)
        ? new StoredRecord(article.Record, IntakeArticles.Now, 1, default)
        : store.ReadRecords([id])[0];

    /// <summary>Writes a batch and commits it.</summary>
    private IndexedState[] Assign(CopyStage stage, params (string Id, string Body)[] articles)
    {
        IncomingArticle[] incoming = [.. articles.Select(article => IntakeArticles.Incoming(article.Id, article.Body))];
        foreach (var article in incoming)
            current[article.Id] = article;
        Decision[] decisions = [.. incoming.Select(article => new Decision(
            WriteOutcome.New, (store.Articles.GetValueOrDefault(article.Id)?.State.Revision ?? 0) + 1, new Generation(++arrivals, 0)))];
        var states = stage.Assign(incoming, Array.ConvertAll(incoming, Compared), decisions);
        for (var i = 0; i < states.Length; i++)
            store.Put(new PreparedArticle(incoming[i], IntakeArticles.Now, states[i], [], 0, null));
        store.Commit(new Generation(arrivals, 0));
        return states;
    }

    private static ComparedArticle Compared(IncomingArticle article) => ComparedArticle.Of(ArticleText.Of(article.Article));

    /// <summary>One of thirty texts, with up to two of its words changed.</summary>
    private static string TextOf(Random random)
    {
        var kind = random.Next(30);
        var words = Enumerable.Range(0, 60).Select(i => $"w{kind * (i % 7)}x{i}").ToArray();
        for (var change = random.Next(3); change > 0; change--)
            words[random.Next(words.Length)] = $"changed{random.Next(1000)}";
        return string.Join(' ', words);
    }
}

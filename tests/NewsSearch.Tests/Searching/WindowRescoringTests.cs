using CsCheck;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Lucene.Views;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Searching;
using NewsIndex.Searching.Views;
using NewsSearch.Tests.Lucene.Evaluation;

namespace NewsSearch.Tests.Searching;

/// <summary>The first hits are the same whether all texts of the window are read or those alone that could be among them.</summary>
public sealed class WindowRescoringTests(EvaluatedIndex index) : IClassFixture<EvaluatedIndex>
{
    private static readonly Recency Recent = new(TimeSpan.FromDays(60), new DateTimeOffset(1987, 12, 1, 0, 0, 0, TimeSpan.Zero));

    private static readonly Gen<Query> Words = Gen.Select(
        Gen.Int[0, EvaluatedIndex.Words.Length - 1].Array[1, 6], Gen.Bool, (numbers, all) =>
        {
            Query[] words = [.. numbers.Select(number => new Query.Word(EvaluatedIndex.Words[number]))];
            return words.Length == 1 ? words[0] : all ? new Query.And(words) : (Query)new Query.Or(words);
        });

    [Fact]
    public void The_first_hits_are_those_of_a_window_whose_texts_are_all_read()
    {
        var changed = 0;
        Gen.Select(Words, Gen.Int[1, 40], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Float[0, 2]).Sample(
            (query, first, snapshot, kind, phrase) =>
            {
                // Views of the index, not disposed of: the snapshots are those of all tests.
                var view = new LuceneIndexView(index.Snapshots[snapshot], new NewsIndexOptions(), EntityCorrections.None);
                var recency = kind == 0 ? Recent : null;
                var found = Got(view.FirstAsync(
                    Got(view.TranslateAsync(query, CancellationToken.None)),
                    new FirstHitsRequest(HitOrder.Relevance, 120, 0, null, recency, false, TotalKinds.None),
                    CancellationToken.None));
                var options = new RankingOptions { PhraseWeight = phrase, TypedFormWeight = kind == 1 ? 0 : 0.3f };
                if (WindowRescorer.Of(query, Got(view.StatisticsAsync(query, CancellationToken.None)), options) is not { } rescorer)
                    return;
                var rescoring = new WindowRescoring(view, rescorer, recency, CancellationToken.None);
                var hits = found.Window();
                var whole = Got(rescoring.RescoreAsync(hits, hits.Length));
                Assert.Equal(InOrder(whole, first), InOrder(Got(rescoring.RescoreAsync(hits, first)), first));
                changed += whole.Zip(hits).Any(pair => pair.First.Score > pair.Second.Score) ? 1 : 0;

                IEnumerable<RankedHit> InOrder(RankedHit[] scored, int count) => scored.Order(found.Order).Take(count);
            },
            iter: 400, threads: 1);
        Assert.True(changed > 200, $"{changed}");
    }

    private static T Got<T>(ValueTask<T> answer) => answer.AsTask().GetAwaiter().GetResult();
}

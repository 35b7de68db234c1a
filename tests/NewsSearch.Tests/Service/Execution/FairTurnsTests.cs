using CsCheck;
using SearchService.Execution;

namespace NewsSearch.Tests.Service.Execution;

public sealed class FairTurnsTests
{
    private const int Share = 2;

    [Fact]
    public void Callers_take_turns_however_many_items_one_has()
    {
        var turns = new FairTurns<string>(share: 10);
        foreach (var item in new[] { "a1", "a2", "a3", "b1", "a4", "c1", "b2" })
            turns.Add(item[..1], item);
        Assert.Equal(["a1", "b1", "c1", "a2", "b2", "a3", "a4"], Enumerable.Range(0, 7).Select(_ => turns.TakeNext()));
        Assert.Null(turns.TakeNext());
    }

    [Fact]
    public void A_caller_with_its_share_waits_while_others_go_on()
    {
        var turns = new FairTurns<string>(Share);
        foreach (var item in new[] { "a1", "a2", "a3", "b1" })
            turns.Add(item[..1], item);
        Assert.Equal(["a1", "b1", "a2", null], Enumerable.Range(0, 4).Select(_ => turns.TakeNext()));
        turns.End("a", TimeSpan.Zero);
        Assert.Equal("a3", turns.TakeNext());
    }

    [Fact]
    public void The_mean_of_a_caller_follows_what_its_items_take_and_is_remembered()
    {
        var turns = new FairTurns<string>(Share);
        turns.Add("a", "a1");
        turns.Add("a", "a2");
        turns.TakeNext();
        turns.TakeNext();
        Assert.Equal(TimeSpan.Zero, turns.MeanOf("a"));
        turns.End("a", TimeSpan.FromSeconds(8));
        Assert.Equal(TimeSpan.FromSeconds(8), turns.MeanOf("a"));
        turns.End("a", TimeSpan.Zero);
        Assert.Equal((TimeSpan.FromSeconds(7), 0), (turns.MeanOf("a"), turns.Callers));
    }

    [Fact]
    public void Only_so_many_callers_are_remembered_who_have_nothing_to_run()
    {
        var turns = new FairTurns<string>(Share);
        turns.Add("busy", "busy 1");
        turns.TakeNext();
        for (var i = 0; i < 5_000; i++)
        {
            turns.Add($"{i}", $"{i}");
            Assert.Equal($"{i}", turns.TakeNext());
            turns.End($"{i}", TimeSpan.FromSeconds(1));
        }

        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(1), 1), (turns.MeanOf("0"), turns.MeanOf("4999"), turns.Callers));
        turns.End("busy", TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), turns.MeanOf("busy"));
    }

    [Fact]
    public void Callers_whose_items_take_long_can_be_passed_over()
    {
        var turns = new FairTurns<string>(Share);
        foreach (var (caller, seconds) in new[] { ("a", 3), ("b", 1) })
        {
            turns.Add(caller, caller);
            turns.TakeNext();
            turns.End(caller, TimeSpan.FromSeconds(seconds));
        }

        foreach (var caller in new[] { "a", "b", "c" })
            turns.Add(caller, caller);
        Assert.Equal(["b", "c", null], Enumerable.Range(0, 3).Select(_ => turns.TakeNext(TimeSpan.FromSeconds(2))));
        Assert.Equal("a", turns.TakeNext());
    }

    /// <summary>Adding, taking, removing and ending in any order does what plain lists do.</summary>
    [Fact]
    public void Any_sequence_is_answered_as_by_plain_lists() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 200].Sample(steps =>
        {
            var turns = new FairTurns<string>(Share);
            var nodes = new Dictionary<string, LinkedListNode<string>>();
            var rotation = new List<string>();
            var waiting = new List<string>();
            var running = new List<string>();
            for (var i = 0; i < steps.Length; i++)
            {
                var caller = $"{steps[i].Item2}";
                switch (steps[i].Item1)
                {
                    case 0:
                        var added = $"{caller} {i}";
                        nodes[added] = turns.Add(caller, added);
                        waiting.Add(added);
                        if (!rotation.Contains(caller))
                            rotation.Add(caller);
                        break;
                    case 1:
                        var next = rotation.Find(each => running.Count(item => item[..1] == each) < Share);
                        var expected = waiting.Find(item => item[..1] == next);
                        Assert.Equal(expected, turns.TakeNext());
                        if (expected is not null)
                        {
                            waiting.Remove(expected);
                            running.Add(expected);
                            rotation.Remove(next!);
                            if (waiting.Exists(item => item[..1] == next))
                                rotation.Add(next!);
                        }

                        break;
                    case 2 when waiting.Find(item => item[..1] == caller) is { } left:
                        turns.Remove(caller, nodes[left]);
                        waiting.Remove(left);
                        if (!waiting.Exists(item => item[..1] == caller))
                            rotation.Remove(caller);
                        break;
                    case 3 when running.Find(item => item[..1] == caller) is { } ended:
                        turns.End(caller, TimeSpan.Zero);
                        running.Remove(ended);
                        break;
                }

                Assert.Equal(waiting.Count, turns.Waiting);
                Assert.Equal(waiting.Concat(running).Select(item => item[..1]).Distinct().Count(), turns.Callers);
                Assert.Equal(waiting.Count(item => item[..1] == caller), turns.WaitingOf(caller));
            }
        });
}

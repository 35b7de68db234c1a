using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recognition.Features;
using Recognition.Tagging;

namespace Recognition.Perceptron;

/// <summary>
/// The fast tagger: an averaged structured perceptron that looks at a document twice, the second time knowing what it found the first.
/// Scores are sums of whole numbers, so that every processor gives the same tags.
/// </summary>
internal sealed class PerceptronTagger(PerceptronModel model) : ITagger
{
    private const int Tags = TagLattice.Stride;

    private readonly ConcurrentBag<Desk> desks = [];

    public string Identity => $"fast {model.Identity}";

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        if (!desks.TryTake(out var desk))
            desk = new Desk(model);
        var tags = desk.Tag(sentences);
        desks.Add(desk);
        return tags;
    }

    /// <summary>The tags, with what they were decided by.</summary>
    public ScoredSentence[] Score(IReadOnlyList<string[]> sentences)
    {
        if (!desks.TryTake(out var desk))
            desk = new Desk(model);
        var scored = desk.Scored(desk.Tag(sentences));
        desks.Add(desk);
        return scored;
    }

    /// <summary>Changes the tags to the best sequence by these scores and the weights of one tag after another.</summary>
    public void Decode(ScoredSentence sentence, TagLattice lattice) => lattice.Decode(sentence.Scores, model.Transitions[1], sentence.Tags);

    public void Dispose()
    {
    }

    /// <summary>What one thread works with; kept from one document to the next.</summary>
    private sealed class Desk(PerceptronModel model)
    {
        private readonly WordForms forms = new(model.Clusters, model.Names);
        private readonly HashSet<ulong> inLowerCase = [];
        private readonly DocumentEvidence evidence = new();
        private readonly TagLattice lattice = new();
        private readonly List<int> features = [];
        private readonly List<int> ends = [];
        private WordForm[] words = [];
        private int[] first = [];
        private int[] second = [];

        public byte[][] Tag(IReadOnlyList<string[]> sentences)
        {
            TakeWords(sentences);
            var tags = new byte[sentences.Count][];
            evidence.Clear();
            var start = 0;
            for (var i = 0; i < tags.Length; i++)
            {
                var sentence = words.AsSpan(start, sentences[i].Length);
                tags[i] = new byte[sentence.Length];
                features.Clear();
                ends.Clear();
                SentenceFeatures.Add(sentence, model.Names, inLowerCase, features, ends);
                ScoreBothLooks(start);
                lattice.Decode(first.AsSpan(start * Tags, sentence.Length * Tags), model.Transitions[0], tags[i]);
                evidence.Take(sentence, tags[i]);
                start += sentence.Length;
            }

            LookAgain(tags);
            return tags;
        }

        public ScoredSentence[] Scored(byte[][] tags)
        {
            var scored = new ScoredSentence[tags.Length];
            var start = 0;
            for (var i = 0; i < tags.Length; start += tags[i].Length, i++)
            {
                var scores = second.AsSpan(start * Tags, tags[i].Length * Tags).ToArray();
                scored[i] = new ScoredSentence(tags[i], scores, Margins(words.AsSpan(start, tags[i].Length), scores, tags[i]));
            }

            return scored;
        }

        private static int[] Margins(ReadOnlySpan<WordForm> sentence, int[] scores, byte[] tags)
        {
            var margins = new int[tags.Length];
            for (var i = 0; i < margins.Length; i++)
                margins[i] = sentence[i].IsCapitalised ? Margin(scores.AsSpan(i * Tags, TagScheme.Count), TagScheme.TypeOf(tags[i])) : int.MaxValue;
            return margins;
        }

        /// <summary>By how much the best tag of the type that was chosen is ahead of the best of any other.</summary>
        private static int Margin(ReadOnlySpan<int> scores, int type)
        {
            var (chosen, other) = (int.MinValue / 2, int.MinValue / 2);
            for (var tag = 0; tag < scores.Length; tag++)
            {
                if (TagScheme.TypeOf(tag) == type)
                    chosen = Math.Max(chosen, scores[tag]);
                else
                    other = Math.Max(other, scores[tag]);
            }

            return chosen - other;
        }

        private void TakeWords(IReadOnlyList<string[]> sentences)
        {
            var length = sentences.Sum(sentence => sentence.Length);
            if (words.Length < length)
                (words, first, second) = (new WordForm[length * 2], new int[length * 2 * Tags], new int[length * 2 * Tags]);
            inLowerCase.Clear();
            var at = 0;
            foreach (var sentence in sentences)
            {
                foreach (var word in sentence)
                {
                    var form = words[at++] = forms.Of(word);
                    if (form.IsLowerCase)
                        inLowerCase.Add(form.Key);
                }
            }
        }

        private void LookAgain(byte[][] tags)
        {
            var start = 0;
            foreach (var sentence in tags)
            {
                if (sentence.AsSpan().ContainsAnyExcept((byte)TagScheme.Outside) || HasCapitals(start, sentence.Length))
                {
                    features.Clear();
                    ends.Clear();
                    evidence.Add(words.AsSpan(start, sentence.Length), sentence, features, ends);
                    ScoreSecondLook(start);
                    lattice.Decode(second.AsSpan(start * Tags, sentence.Length * Tags), model.Transitions[1], sentence);
                }

                start += sentence.Length;
            }
        }

        /// <summary>Whether the second look could find what the first has not.</summary>
        private bool HasCapitals(int start, int length)
        {
            foreach (var word in words.AsSpan(start, length))
            {
                if (word.IsCapitalised)
                    return true;
            }

            return false;
        }

        /// <summary>Features of the sentence count for both looks, and a row is fetched once for both.</summary>
        private void ScoreBothLooks(int start)
        {
            ref var rows = ref model.Rows[model.Offset];
            var buckets = CollectionsMarshal.AsSpan(features);
            var from = 0;
            foreach (var end in CollectionsMarshal.AsSpan(ends))
            {
                var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
                var (low2, high2) = (Vector256<int>.Zero, Vector256<int>.Zero);
                foreach (var bucket in buckets[from..end])
                {
                    var row = Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, (nint)bucket * PerceptronModel.RowBytes));
                    Add(ref low, ref high, row.GetLower());
                    Add(ref low2, ref high2, row.GetUpper());
                }

                low.StoreUnsafe(ref first[start * Tags]);
                high.StoreUnsafe(ref first[(start * Tags) + 8]);
                low2.StoreUnsafe(ref second[start * Tags]);
                high2.StoreUnsafe(ref second[(start * Tags) + 8]);
                start++;
                from = end;
            }
        }

        private void ScoreSecondLook(int start)
        {
            ref var rows = ref model.Rows[model.Offset];
            var buckets = CollectionsMarshal.AsSpan(features);
            var from = 0;
            foreach (var end in CollectionsMarshal.AsSpan(ends))
            {
                ref var scores = ref second[start * Tags];
                var (low, high) = (Vector256.LoadUnsafe(ref scores), Vector256.LoadUnsafe(ref scores, 8));
                foreach (var bucket in buckets[from..end])
                    Add(ref low, ref high, Vector128.LoadUnsafe(ref Unsafe.Add(ref rows, ((nint)bucket * PerceptronModel.RowBytes) + 16)));
                low.StoreUnsafe(ref scores);
                high.StoreUnsafe(ref scores, 8);
                start++;
                from = end;
            }
        }

        /// <summary>Adds the signed squares of a row.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Add(ref Vector256<int> low, ref Vector256<int> high, Vector128<sbyte> row)
        {
            var (lower, upper) = Vector128.Widen(row);
            var wide = Vector256.Create(lower, upper);
            var squares = wide * Vector256.Abs(wide);
            var (lowest, highest) = Vector256.Widen(squares);
            low += lowest;
            high += highest;
        }
    }
}

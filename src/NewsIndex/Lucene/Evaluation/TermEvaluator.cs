using System.Numerics;
using NewsIndex.Evaluation;
using NewsIndex.Lucene.Postings;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>A word in a segment: its postings, read block by block, forward or back.</summary>
/// <param name="profile">Null for a word in few articles.</param>
/// <param name="scores">Makes what scores the word; not called where the word only selects.</param>
internal sealed class TermEvaluator(
    PostingList postings, PostingProfile? profile, Func<TermScores> scores, CancellationToken cancellation)
    : Evaluator, IDisposable
{
    private const int BlocksBetweenCancellationChecks = 1024;

    private readonly BlockBuffer buffer = BlockBuffer.Rent();
    private readonly int[]? lastDocs = profile?.LastDocsOf(postings);
    private TermScores? scoring;
    private long[]? set;
    private bool isSetKnown;
    private SetFrequencies? frequencies;
    private int[] positions = [];

    /// <summary>The decoded block, or -1.</summary>
    private int loaded = -1;
    private bool hasFreqs;
    private bool hasScores;

    /// <summary>The block in which the last document was looked up, with the last document before it and its own.</summary>
    private int block;
    private (int Before, int Last) range = (int.MaxValue, -1);
    private int at;

    public override long Cost => postings.Count;

    public int Blocks => postings.Blocks;

    /// <summary>Number of documents of the decoded block.</summary>
    public int Loaded { get; private set; }

    public ReadOnlySpan<int> Docs => buffer.Docs.AsSpan(0, Loaded);

    /// <summary>Scores of the decoded block, after <see cref="LoadScored"/>.</summary>
    public ReadOnlySpan<float> Scores => buffer.Scores.AsSpan(0, Loaded);

    public TermScores Scoring => scoring ??= scores();

    /// <summary>The documents of a frequent word; null for other words.</summary>
    public long[]? Set
    {
        get
        {
            if (!isSetKnown)
                (set, isSetKnown) = (profile?.SetOf(postings), true);
            return set;
        }
    }

    /// <summary>The frequencies of a word with a set; null for other words.</summary>
    private SetFrequencies? Frequencies => Set is null ? null : frequencies ??= profile!.FreqsOf(postings);

    public int LastDoc(int block) => lastDocs is not null ? lastDocs[block] : postings.LastDoc(block);

    /// <summary>Returns no less than any score of a block; infinite where the word has no bounds.</summary>
    public float MaxScoreOf(int block) => Scoring.Bounds is { } bounds ? Scoring.LimitOf(bounds.MaxOf(block)) : float.PositiveInfinity;

    public void Dispose() => BlockBuffer.GiveBack(buffer);

    public override void AddTo(Span<long> found)
    {
        if (Set is { } known)
        {
            BitWords.Or(found, known);
            return;
        }

        for (var each = 0; each < postings.Blocks; each++)
        {
            // In the first block too: of many rare words none has more.
            if (each % BlocksBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            LoadDocs(each);
            BitWords.Set(found, Docs);
        }
    }

    /// <summary>Decodes only blocks among whose documents there are some of the set.</summary>
    public override void Keep(Span<long> found)
    {
        if (Set is { } known)
        {
            BitWords.And(found, known);
            return;
        }

        // Words before this one are done.
        var done = 0;
        var pending = 0L;
        for (var each = 0; each < postings.Blocks; each++)
        {
            if (each % BlocksBetweenCancellationChecks == BlocksBetweenCancellationChecks - 1)
                cancellation.ThrowIfCancellationRequested();
            var last = LastDoc(each);
            if (!BitWords.ContainsAny(found, done * BitWords.Size, last))
            {
                pending = MoveTo(last >> 6, found, ref done, pending);
                continue;
            }

            LoadDocs(each);
            foreach (var doc in Docs)
            {
                if (doc >> 6 != done)
                    pending = MoveTo(doc >> 6, found, ref done, pending);
                pending |= 1L << doc;
            }
        }

        MoveTo(found.Length, found, ref done, pending);
    }

    /// <summary>Intersects the words before a word.</summary>
    /// <param name="pending">Documents of the first of them.</param>
    /// <returns>The documents of the word that are known yet.</returns>
    private static long MoveTo(int word, Span<long> found, ref int done, long pending)
    {
        if (word == done)
            return pending;
        found[done] &= pending;
        found[(done + 1)..word].Clear();
        done = word;
        return 0;
    }

    public override void Score(ReadOnlySpan<int> docs, Span<float> into)
    {
        if (Frequencies is not { } known)
        {
            for (var i = 0; i < docs.Length; i++)
                into[i] = ScoreOf(docs[i]);
            return;
        }

        for (var from = 0; from < docs.Length; from += PostingList.BlockSize)
            Score(docs[from..Math.Min(docs.Length, from + PostingList.BlockSize)], known, into[from..]);
    }

    /// <param name="docs">As many as a block at most.</param>
    private void Score(ReadOnlySpan<int> docs, SetFrequencies known, Span<float> into)
    {
        Span<int> freqs = stackalloc int[PostingList.BlockSize];
        for (var i = 0; i < docs.Length; i++)
            freqs[i] = known.NumberOf(docs[i]) is var posting and >= 0 ? FreqOf(posting, known) : 0;
        Scoring.Of(docs, freqs, into);
        for (var i = 0; i < docs.Length; i++)
            into[i] = freqs[i] == 0 ? 0 : into[i];
    }

    /// <summary>Returns true if a document has the word.</summary>
    public bool Has(int doc) => Set is { } known ? BitWords.Contains(known, doc) : MoveTo(doc);

    /// <summary>
    /// Reads something of documents whose positions will be asked for, so that it is in the caches of the processor by then: see
    /// <see cref="Columns.HeadlineColumn.Approach"/>.
    /// </summary>
    /// <param name="docs">As many as a block at most.</param>
    /// <returns>A number without meaning.</returns>
    public int Approach(ReadOnlySpan<int> docs)
    {
        if (Frequencies is not { } known)
            return 0;
        Span<int> postingsOfDocs = stackalloc int[PostingList.BlockSize];
        for (var i = 0; i < docs.Length; i++)
            postingsOfDocs[i] = known.NumberOf(docs[i]);
        var read = 0;
        foreach (var posting in postingsOfDocs[..docs.Length])
            read += known.Approach(posting);
        return read;
    }

    /// <summary>
    /// Returns the positions of the word in a document, in ascending order and valid until the next call; none if it does not have it.
    /// </summary>
    public ReadOnlySpan<int> PositionsIn(int doc)
    {
        if (Frequencies is { } known)
            return known.NumberOf(doc) is var posting and >= 0 ? PositionsOf(posting, known) : default;
        return MoveTo(doc) ? PositionsOf(loaded, at) : default;
    }

    /// <summary>Returns the score of a document; 0 if it does not have the word.</summary>
    public float ScoreOf(int doc)
    {
        if (Frequencies is { } known)
            return known.NumberOf(doc) is var posting and >= 0 ? Scoring.Of(doc, FreqOf(posting, known)) : 0;
        return MoveTo(doc) ? hasScores ? buffer.Scores[at] : ScoreAt(doc) : 0;
    }

    private ReadOnlySpan<int> PositionsOf(int posting, SetFrequencies known)
    {
        var (number, index) = (posting / PostingList.BlockSize, posting % PostingList.BlockSize);
        var freq = known.At(posting);
        var before = known.SumBefore(posting);
        if (freq == SetFrequencies.Many || before < 0)
        {
            LoadDocs(number);
            return PositionsOf(number, index);
        }

        MakeRoomForPositions(freq);
        postings.ReadPositions(number, index, before, positions.AsSpan(0, freq));
        return positions.AsSpan(0, freq);
    }

    /// <param name="number">The decoded block.</param>
    private ReadOnlySpan<int> PositionsOf(int number, int index)
    {
        if (!hasFreqs)
            LoadFreqs();
        MakeRoomForPositions(buffer.Freqs[index]);
        return positions.AsSpan(0, postings.ReadPositions(number, index, buffer.Freqs, positions));
    }

    private void MakeRoomForPositions(int freq)
    {
        if (positions.Length < freq)
            positions = new int[BitOperations.RoundUpToPowerOf2((uint)freq)];
    }

    private int FreqOf(int posting, SetFrequencies known)
    {
        if (known.At(posting) is var freq and < SetFrequencies.Many)
            return freq;
        LoadDocs(posting / PostingList.BlockSize);
        if (!hasFreqs)
            LoadFreqs();
        return buffer.Freqs[posting % PostingList.BlockSize];
    }

    private float ScoreAt(int doc)
    {
        if (!hasFreqs)
            LoadFreqs();
        return Scoring.Of(doc, buffer.Freqs[at]);
    }

    public void LoadScored(int block)
    {
        LoadDocs(block);
        if (hasScores)
            return;
        if (!hasFreqs)
            LoadFreqs();
        Scoring.Of(Docs, buffer.Freqs.AsSpan(0, Loaded), buffer.Scores);
        hasScores = true;
    }

    /// <summary>Decodes a block, and finds those of its documents that are allowed.</summary>
    /// <param name="docs">As long as a block; receives the allowed documents.</param>
    /// <param name="places">As long as a block; receives their places in it.</param>
    /// <returns>The number of allowed documents.</returns>
    public int LoadAllowed(int block, HitOffers offers, Span<int> docs, Span<int> places)
    {
        LoadDocs(block);
        var count = 0;
        for (var i = 0; i < Loaded; i++)
        {
            (docs[count], places[count]) = (buffer.Docs[i], i);
            count += offers.Allows(buffer.Docs[i]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Keeps those of some documents that have the word, with their places.</summary>
    /// <param name="docs">In order.</param>
    /// <returns>Their number.</returns>
    public int KeepHaving(Span<int> docs, Span<int> places)
    {
        var count = 0;
        for (var i = 0; i < docs.Length; i++)
        {
            (docs[count], places[count]) = (docs[i], places[i]);
            count += Has(docs[count]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Returns how many documents of the word are not in a set.</summary>
    public long CountOutside(ReadOnlySpan<long> documents)
    {
        var count = 0L;
        for (var each = 0; each < postings.Blocks; each++)
        {
            LoadDocs(each);
            foreach (var doc in Docs)
                count += BitWords.Contains(documents, doc) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Scores some documents of the decoded block.</summary>
    /// <param name="places">Their places in it.</param>
    public void ScoreLoaded(ReadOnlySpan<int> docs, ReadOnlySpan<int> places, Span<float> scores)
    {
        if (docs.IsEmpty)
            return;
        if (!hasFreqs)
            LoadFreqs();
        Span<int> freqs = stackalloc int[PostingList.BlockSize];
        for (var i = 0; i < docs.Length; i++)
            freqs[i] = buffer.Freqs[places[i]];
        Scoring.Of(docs, freqs, scores);
    }

    public void LoadDocs(int block)
    {
        if (loaded == block)
            return;
        Loaded = postings.ReadDocs(block, buffer.Docs);
        (loaded, hasFreqs, hasScores, at) = (block, false, false, 0);
    }

    private void LoadFreqs()
    {
        postings.ReadFreqs(loaded, buffer.Freqs);
        hasFreqs = true;
    }

    /// <summary>Moves to a document; false if it does not have the word.</summary>
    private bool MoveTo(int doc)
    {
        if (Set is { } known && !BitWords.Contains(known, doc))
            return false;
        if ((doc <= range.Before || doc > range.Last) && !EnterBlockOf(doc))
            return false;
        LoadDocs(block);
        at = buffer.FirstNotLess(doc, at, Loaded);
        return buffer.Docs[at] == doc;
    }

    /// <summary>Finds the block that can have a document; false if it is behind the last.</summary>
    private bool EnterBlockOf(int doc)
    {
        if (doc <= range.Before)
            block = 0;
        if (BlockOf(doc) is var next && next == postings.Blocks)
            return false;
        block = next;
        range = (block == 0 ? -1 : LastDoc(block - 1), LastDoc(block));
        return true;
    }

    /// <summary>
    /// Returns the first block, from the present one on, whose last document is not less; the number of blocks if none is.
    /// </summary>
    private int BlockOf(int doc)
    {
        var low = block;
        if (LastDoc(low) >= doc)
            return low;
        var step = 1;
        while (low + step < postings.Blocks && LastDoc(low + step) < doc)
        {
            low += step;
            step *= 2;
        }

        // The last document of the low block is less, that of the high one is not.
        var high = Math.Min(low + step, postings.Blocks);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (LastDoc(middle) < doc)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}

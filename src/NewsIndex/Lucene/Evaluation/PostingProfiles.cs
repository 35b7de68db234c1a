using System.Collections.Concurrent;
using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Postings;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Profiles of the frequent terms of a segment, shared by all snapshots with the segment. Takes about 128 bytes per article and 16 MB at
/// most; when that is full, those are dropped that were not used since it was full before.
/// </summary>
internal sealed class PostingProfiles
{
    private const int BytesPerArticle = 128;
    private const long MinCapacity = 16 << 20;

    private static readonly PerSegment<PostingProfiles> Made = new(segment => new PostingProfiles(segment.MaxDoc));

    private readonly ConcurrentDictionary<Term, PostingProfile> byTerm = new();
    private readonly int maxDoc;
    private readonly Lock dropping = new();
    private long bytes;

    private PostingProfiles(int maxDoc) => this.maxDoc = maxDoc;

    /// <summary>Returns the profile of a term; null for one that is read as fast without.</summary>
    public static PostingProfile? Of(AtomicReader segment, Term term, PostingList postings) =>
        postings.Count < PostingProfile.MinCount ? null : Made.Of(segment).Of(term);

    /// <summary>Bytes of the profiles of a segment.</summary>
    public static long BytesOf(AtomicReader segment) => Volatile.Read(ref Made.Of(segment).bytes);

    private PostingProfile Of(Term term)
    {
        if (byTerm.TryGetValue(term, out var known))
        {
            known.MarkUsed();
            return known;
        }

        if (Volatile.Read(ref bytes) > MinCapacity + ((long)maxDoc * BytesPerArticle))
            DropUnused();
        return byTerm.GetOrAdd(term, new PostingProfile(maxDoc, added => Interlocked.Add(ref bytes, added)));
    }

    /// <summary>A profile that is in use goes on to work after it is dropped; what it makes then is counted until the next drop.</summary>
    private void DropUnused()
    {
        lock (dropping)
        {
            foreach (var (term, profile) in byTerm)
            {
                if (!profile.TestAndClearUsed())
                    byTerm.TryRemove(term, out _);
            }

            Volatile.Write(ref bytes, byTerm.Values.Sum(profile => profile.Bytes));
        }
    }
}

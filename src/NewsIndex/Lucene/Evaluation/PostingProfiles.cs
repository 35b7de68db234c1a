using System.Collections.Concurrent;
using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Postings;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Profiles of the frequent terms of a segment, shared by all snapshots with the segment. Takes at most 32 bytes per article and 1 MB; all
/// are dropped when that is full.
/// </summary>
internal sealed class PostingProfiles
{
    private const int BytesPerArticle = 32;
    private const long MinCapacity = 1 << 20;

    private static readonly PerSegment<PostingProfiles> Made = new(segment => new PostingProfiles(segment.MaxDoc));

    private readonly ConcurrentDictionary<Term, PostingProfile> byTerm = new();
    private readonly int maxDoc;
    private long bytes;

    private PostingProfiles(int maxDoc) => this.maxDoc = maxDoc;

    /// <summary>Returns the profile of a term; null for one that is read as fast without.</summary>
    public static PostingProfile? Of(AtomicReader segment, Term term, PostingList postings) =>
        postings.Count < PostingProfile.MinCount ? null : Made.Of(segment).Of(term);

    private PostingProfile Of(Term term)
    {
        if (byTerm.TryGetValue(term, out var known))
            return known;
        if (Volatile.Read(ref bytes) > MinCapacity + ((long)maxDoc * BytesPerArticle))
        {
            byTerm.Clear();
            Volatile.Write(ref bytes, 0);
        }

        return byTerm.GetOrAdd(term, new PostingProfile(maxDoc, added => Interlocked.Add(ref bytes, added)));
    }
}

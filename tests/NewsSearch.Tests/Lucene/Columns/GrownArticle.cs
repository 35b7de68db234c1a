using CsCheck;

namespace NewsSearch.Tests.Lucene.Columns;

/// <summary>An article of a <see cref="GrowingIndex"/>.</summary>
/// <param name="Group">Its near-duplicate group.</param>
/// <param name="Names">The last word of a name is its entity.</param>
internal sealed record GrownArticle(string Id, string Group, string Source, string[] Words, string[] Names)
{
    private static readonly string[] Sources = ["The Times", "the times", "The Post", "Le Monde"];
    private static readonly string[] Entities = ["ann", "bob", "cid"];
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abc"], 1, 4];

    private static readonly Gen<GrownArticle> Any = Gen.Select(
        Gen.Int[0, 25], Gen.Int[0, 12], Gen.Int[0, 3].Select(i => Sources[i]), Word.Array[0, 6],
        Gen.Select(Word, Gen.Int[0, 2], (first, last) => $"{first} {Entities[last]}").Array[0, 4],
        (id, group, source, words, names) => new GrownArticle($"a{id:00}", $"g{group:00}", source, words, names));

    /// <summary>Articles that a commit writes, and ids that it deletes.</summary>
    public static readonly Gen<(GrownArticle[] Written, string[] Deleted)> AnyCommit =
        Gen.Select(Any.Array[1, 8], Gen.Int[0, 25].Select(id => $"a{id:00}").Array[0, 4]);

    /// <summary>
    /// Runs a check on every commit of random indexes, and on some that are opened as pinned ones. The first commit may be large, so that
    /// later segments are small beside it.
    /// </summary>
    public static void InEveryCommit(Action<NewsIndex.Lucene.Columns.SnapshotReader> check) => Gen.Select(
        Any.Array[1, 50], AnyCommit.Array[0, 6]).Sample(
        (first, commits) =>
        {
            using var index = new GrowingIndex();
            check(index.Commit(first, []));
            foreach (var (written, deleted) in commits)
                check(index.Commit(written, deleted));
            check(index.OpenCommit(0));
            check(index.OpenCommit(commits.Length / 2));
        },
        iter: 100);
}

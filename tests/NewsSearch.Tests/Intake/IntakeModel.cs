using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Intake;

namespace NewsSearch.Tests.Intake;

/// <summary>The rules of intake over lists of whole texts: no batches, no commits, no hashes of ids.</summary>
internal sealed class IntakeModel
{
    private readonly Dictionary<string, List<string>> texts = [];
    private readonly HashSet<string> seen = [];
    private ulong fingerprint;
    private long written;

    /// <summary>The current text of each article.</summary>
    public Dictionary<string, string> Texts => texts.ToDictionary(pair => pair.Key, pair => pair.Value[^1]);

    /// <summary>Every text that was replaced, as <c>id text</c>.</summary>
    public IEnumerable<string> Replaced => texts.SelectMany(pair => pair.Value[..^1].Select(text => $"{pair.Key} {text}"));

    public Generation Generation => new(written, fingerprint);

    public void BeginRun() => seen.Clear();

    public (WriteOutcome Outcome, int Revision) Write(Article article)
    {
        var isAgain = !seen.Add(article.Id);
        var had = texts.TryGetValue(article.Id, out var before) ? before : texts[article.Id] = [];
        if (had.Contains(article.Body))
            return (isAgain ? WriteOutcome.Duplicate : WriteOutcome.Unchanged, 0);
        if (had.Count > 0)
            fingerprint = unchecked(fingerprint - KeyOf(article.Id, had[^1]));
        had.Add(article.Body);
        fingerprint = unchecked(fingerprint + KeyOf(article.Id, article.Body));
        written++;
        return (had.Count == 1 ? WriteOutcome.New : WriteOutcome.Updated, had.Count);
    }

    private static ulong KeyOf(string id, string body) => IncomingArticle.Of(new Article { Id = id, Body = body }).Content;
}

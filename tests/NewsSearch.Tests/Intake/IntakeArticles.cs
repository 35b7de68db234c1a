using NewsIndex.Articles;
using NewsIndex.Intake;

namespace NewsSearch.Tests.Intake;

/// <summary>Articles for the tests of the intake.</summary>
internal static class IntakeArticles
{
    public static readonly DateTimeOffset Now = new(2025, 6, 12, 8, 0, 0, TimeSpan.Zero);

    public static Article Article(string id, string body) => new() { Id = id, Body = body };

    public static IncomingArticle Incoming(string id, string body) => IncomingArticle.Of(Article(id, body));

    /// <summary>Articles written as <c>id:text</c>, with blanks between them.</summary>
    public static Article[] Articles(string written) =>
    [
        .. written.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(each => each.Split(':'))
            .Select(parts => Article(parts[0], parts[1])),
    ];

    public static string BodyOf(StoredRecord record) => ArticleRecord.Read(record.Json).Body;
}

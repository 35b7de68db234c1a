using System.Text;
using Indexer.Records;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Archives;

/// <summary>A file in memory, read by one reader.</summary>
internal static class SampleFile
{
    public static ArchiveHead Head(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new ArchiveHead(bytes.AsMemory(0, Math.Min(bytes.Length, ArchiveHead.Size)));
    }

    public static List<Reading> Read(IArchiveReader reader, string content, string path = "file", string? url = null) =>
        [.. reader.Read(new ArchiveSource(path, new MemoryStream(Encoding.UTF8.GetBytes(content))) { Url = url })];

    /// <summary>The articles of a file in which everything is an article.</summary>
    public static List<Article> Articles(IArchiveReader reader, string content) =>
        Read(reader, content).ConvertAll(reading => Assert.IsType<Reading.Read>(reading).Article);

    /// <summary>The only article of a file.</summary>
    public static Article Article(IArchiveReader reader, string content) => Assert.Single(Articles(reader, content));

    /// <summary>A reading in short: <c>+headline</c>, <c>-what it is instead</c>, or <c>!why it is rejected</c>.</summary>
    public static string Short(Reading reading) => reading switch
    {
        Reading.Read read => $"+{read.Article.Headline}",
        Reading.PassedOver passedOver => $"-{passedOver.Reason}",
        Reading.Rejected rejected => $"!{rejected.Reason}",
        _ => throw new InvalidOperationException($"{reading.GetType()} has no short form."),
    };
}

using System.Text;
using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Writes articles as CSV with one header line.</summary>
/// <param name="withHeader">False to append to a file that has a header.</param>
internal sealed class ArticleCsv(Stream output, bool withHeader) : ArticleOutput
{
    private readonly StreamWriter lines =
        new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };

    private bool begun = !withHeader;

    public override async Task WriteAsync(Article article, CancellationToken cancellation)
    {
        await BeginAsync();
        string[] cells =
        [
            article.Id, article.Published.Value, article.Published.Precision.ToString(), article.Published.Provenance.ToString(),
            article.Source, article.Headline, article.Url, string.Join("; ", article.Authors), article.Section, article.Language,
            article.Body,
        ];
        await lines.WriteLineAsync(string.Join(',', cells.Select(CsvCell.Of)).AsMemory(), cancellation);
    }

    public override async Task FlushAsync(CancellationToken cancellation)
    {
        // A table without rows still has its header.
        await BeginAsync();
        await lines.FlushAsync(cancellation);
    }

    private async Task BeginAsync()
    {
        if (!begun)
            await lines.WriteLineAsync("id,published,precision,provenance,source,headline,url,authors,section,language,body");
        begun = true;
    }

    public override ValueTask DisposeAsync() => lines.DisposeAsync();
}

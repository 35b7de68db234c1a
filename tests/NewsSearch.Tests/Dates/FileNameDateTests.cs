using Indexer.Dates;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Dates;

public sealed class FileNameDateTests
{
    [Theory]
    [InlineData("2019-11-18-title.md", "2019-11-18")]
    [InlineData("posts/2019-11-18-title.md", "2019-11-18")]
    [InlineData("posts\\2019_11_18 title.md", "2019-11-18")]
    [InlineData("archive.zip!20191118_title.txt", "2019-11-18")]
    public void Reads_the_date_at_the_start_of_the_name(string path, string expected)
    {
        var published = FileNameDate.Of(path);

        Assert.Equal(expected, published.Date?.ToString());
        Assert.Equal(DateProvenance.Path, published.Provenance);
    }

    [Theory]
    [InlineData("2019-11-18/title.md")]
    [InlineData("title-2019-11-18.md")]
    [InlineData("2019-11-title.md")]
    [InlineData("2019-11-18.md")]
    [InlineData("2019-13-18-title.md")]
    [InlineData("20191118-2.txt")]
    [InlineData("")]
    public void Reads_no_other_date_of_a_path(string path) => Assert.Equal(PublishedDate.Unknown, FileNameDate.Of(path));
}

using System.Globalization;
using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Prints hits as CSV; notices go to standard error.</summary>
internal sealed class HitCsv : HitOutput
{
    public override void Print(SearchResponse response)
    {
        Console.Write("rank,score,id,published,precision,source,headline,url\r\n");
        for (var i = 0; i < response.Hits.Count; i++)
        {
            var article = response.Hits[i].Article;
            string[] cells =
            [
                (i + 1).ToString(CultureInfo.InvariantCulture), response.Hits[i].Score.ToString("F4", CultureInfo.InvariantCulture),
                article.Id, article.Published.Value, article.Published.Precision.ToString(), article.Source, article.Headline, article.Url,
            ];
            Console.Write(string.Join(',', cells.Select(CsvCell.Of)) + "\r\n");
        }

        foreach (var line in response.Notices.Concat(AlternativesText.Of(response.EmptyResult)))
            Console.Error.WriteLine(line);
    }
}

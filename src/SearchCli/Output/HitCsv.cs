using System.Globalization;
using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>For spreadsheets: RFC 4180.</summary>
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
                (i + 1).ToString(CultureInfo.InvariantCulture), response.Hits[i].Score.ToString("F4", CultureInfo.InvariantCulture), article.Id,
                article.Published.Value, article.Published.Precision.ToString(), article.Source, article.Headline, article.Url,
            ];
            Console.Write(string.Join(',', cells.Select(Cell)) + "\r\n");
        }
    }

    /// <summary>Quoted where it must be; a cell that a spreadsheet would run as a formula is made text.</summary>
    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '@' || (text.Length > 1 && text[0] is '+' or '-' && !char.IsDigit(text[1])))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

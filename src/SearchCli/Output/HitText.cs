using System.Globalization;
using System.Text;
using NewsSearch.V1;
using Spectre.Console;

namespace SearchCli.Output;

/// <summary>Prints hits for a terminal: with colours if it has them, and without wrapping if the output is redirected.</summary>
internal sealed class HitText : HitOutput
{
    public override void Print(SearchResponse response)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
            console.Profile.Width = int.MaxValue / 2;
        for (var i = 0; i < response.Hits.Count; i++)
            Print(console, i + 1, response.Hits[i]);
        foreach (var notice in response.Notices)
            console.MarkupLineInterpolated($"[yellow]{notice}[/]");
        foreach (var line in AlternativesText.Of(response.EmptyResult))
            console.MarkupLineInterpolated($"{line}");
        console.MarkupLineInterpolated(
            $"[dim]{Counted(response.Total)} by {response.CanonicalQuery} in generation {response.Generation}[/]");
    }

    /// <param name="total">Null when nothing was counted.</param>
    private static string Counted(Total? total)
    {
        if (total is null)
            return "found, without a count,";
        var texts = total.DistinctTexts == total.Value
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" ({total.DistinctTexts:N0} different texts)");
        return string.Create(CultureInfo.InvariantCulture, $"{total.Value:N0}{texts} found");
    }

    private static void Print(IAnsiConsole console, int rank, Hit hit)
    {
        var headline = hit.Snippets.FirstOrDefault(snippet => snippet.Field == "headline");
        console.MarkupLine($"{rank,3}. [bold]{(headline is null ? Markup.Escape(hit.Article.Headline) : Marked(headline))}[/]");
        console.MarkupLineInterpolated($"     [dim]{ArticleText.Byline(hit.Article)}[/]");
        foreach (var snippet in hit.Snippets.Where(snippet => snippet.Field == "body"))
            console.MarkupLine($"     {Marked(snippet)}");
        console.WriteLine();
    }

    private static string Marked(Snippet snippet)
    {
        var marked = new StringBuilder();
        var end = 0;
        foreach (var match in snippet.Matches)
        {
            marked.Append(Markup.Escape(snippet.Text[end..match.Start]));
            marked.Append("[green]").Append(Markup.Escape(snippet.Text[match.Start..match.End])).Append("[/]");
            end = match.End;
        }

        return marked.Append(Markup.Escape(snippet.Text[end..])).Replace('\n', ' ').ToString();
    }
}

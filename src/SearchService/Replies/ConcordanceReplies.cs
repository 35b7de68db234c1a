using NewsIndex.Generations;
using NewsIndex.Results;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes a line of a concordance as a message.</summary>
internal static class ConcordanceReplies
{
    public static V1.ConcordanceResponse From(ConcordanceLine line, Generation generation) => new()
    {
        Left = line.Left,
        Match = line.Match,
        Right = line.Right,
        Article = ArticleReplies.WithoutBody(line.Article),
        Field = line.Field,
        Start = line.Start,
        Generation = generation.ToString(),
        Problem = line.Problem ?? "",
    };
}

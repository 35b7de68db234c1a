using NewsIndex.Queries;
using NewsIndex.Results;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes suggestions as messages.</summary>
internal static class SuggestReplies
{
    public static V1.SuggestResponse From(Suggestions suggestions)
    {
        var reply = new V1.SuggestResponse
        {
            Suggestions = { suggestions.Items.Select(From) },
            Generation = suggestions.Generation.ToString(),
        };
        if (suggestions.Correction is { } correction)
            reply.DidYouMean = new V1.DidYouMean { Query = correction.Query, Articles = correction.Articles };
        return reply;
    }

    private static V1.Suggestion From(Suggestion suggestion) => new()
    {
        Kind = suggestion.Kind switch
        {
            SuggestionKind.Word => V1.Suggestion.Types.Kind.Word,
            SuggestionKind.Entity => V1.Suggestion.Types.Kind.Entity,
            SuggestionKind.Source => V1.Suggestion.Types.Kind.Source,
            _ => V1.Suggestion.Types.Kind.Headline,
        },
        Text = suggestion.Text,
        Id = suggestion.Id,
        Type = suggestion.Type is { } type ? EntityReplies.From(type) : V1.EntityType.Unspecified,
        Articles = suggestion.Articles,
        Query = QueryOf(suggestion),
    };

    /// <summary>A query that finds what is suggested.</summary>
    private static string QueryOf(Suggestion suggestion) => suggestion.Kind switch
    {
        SuggestionKind.Word => suggestion.Text,
        SuggestionKind.Entity => new Query.Mentions(suggestion.Id, suggestion.Type).ToString(),
        SuggestionKind.Source => new Query.Labelled(ArticleLabel.Source, suggestion.Text).ToString(),
        _ => new Query.Phrase(suggestion.Text, Zone.Headline).ToString(),
    };
}

using System.Diagnostics;
using NewsIndex.Queries;

namespace SearchService.Replies;

/// <summary>Names of the kinds of query nodes in replies. They are part of the API; types may be renamed.</summary>
internal static class QueryKinds
{
    public static string NameOf(Query query) => query switch
    {
        Query.Everything => "everything",
        Query.Word => "word",
        Query.Phrase => "phrase",
        Query.Pattern => "pattern",
        Query.PatternPhrase => "patternphrase",
        Query.Regex => "regex",
        Query.Fuzzy => "fuzzy",
        Query.Exact => "exact",
        Query.Labelled => "labelled",
        Query.Mentions => "mentions",
        Query.Near => "near",
        Query.NotNear => "notnear",
        Query.AtLeast => "atleast",
        Query.First => "first",
        Query.Quote => "quote",
        Query.PublishedIn => "publishedin",
        Query.PublishedEvery => "publishedevery",
        Query.Undated => "undated",
        Query.DateReliable => "datereliable",
        Query.IndexedIn => "indexedin",
        Query.ArrivedAfter => "arrivedafter",
        Query.Copied => "copied",
        Query.CopiesOf => "copiesof",
        Query.CopiesOnce => "copiesonce",
        Query.Boost => "boost",
        Query.And => "and",
        Query.Or => "or",
        Query.Not => "not",
        Query.AndMaybe => "andmaybe",
        _ => throw new UnreachableException($"{query.GetType()} has no name in replies."),
    };
}

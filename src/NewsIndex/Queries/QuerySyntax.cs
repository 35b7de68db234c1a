namespace NewsIndex.Queries;

/// <summary>In whose language a query is typed.</summary>
public enum QuerySyntax
{
    /// <summary>That of docs/query-language.md.</summary>
    NewsSearch,

    /// <summary>That of Lucene's classic query parser, which Solr and Elasticsearch share.</summary>
    Lucene,
}

namespace NewsIndex.Queries;

/// <summary>The syntax of a query.</summary>
public enum QuerySyntax
{
    /// <summary>The syntax of docs/query-language.md.</summary>
    NewsSearch,

    /// <summary>The syntax of Lucene's classic query parser, which Solr and Elasticsearch share.</summary>
    Lucene,
}

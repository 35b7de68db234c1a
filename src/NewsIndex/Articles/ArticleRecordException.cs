namespace NewsIndex.Articles;

/// <summary>A record is not an article; the message says which field is wrong and what was expected.</summary>
public sealed class ArticleRecordException(string message) : Exception(message);

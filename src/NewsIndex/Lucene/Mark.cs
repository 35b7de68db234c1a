using Lucene.Net.Util;
using NewsIndex.Queries;

namespace NewsIndex.Lucene;

/// <summary>Something of a query that can be shown in an article that matches.</summary>
internal abstract record Mark(string Field, Zone Zone)
{
    /// <summary>One word, or several at these distances from the first.</summary>
    internal sealed record Words(string Field, Zone Zone, IReadOnlyList<(BytesRef Term, int Distance)> Sequence) : Mark(Field, Zone);

    /// <summary>Any of these words.</summary>
    internal sealed record Pattern(string Field, Zone Zone, IReadOnlySet<string> Terms) : Mark(Field, Zone)
    {
        public Pattern(string field, Zone zone, IEnumerable<string> terms)
            : this(field, zone, terms.ToHashSet(StringComparer.Ordinal))
        {
        }
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Queries;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene;

/// <summary>Finds the words of the archive that fit a pattern, up to the limit.</summary>
internal sealed class TermExpansion(IndexReader reader, QueryLimits limits, CancellationToken cancellation)
{
    private const int LooksBetweenCancellationChecks = 4096;

    /// <exception cref="QueryTooExpensiveException">More words fit than the limit.</exception>
    public List<BytesRef> Expand(string field, Query.Pattern pattern)
    {
        var (prefix, fits) = Compile(pattern.Text.ToLowerInvariant());
        var start = new BytesRef(prefix);
        var found = new SortedSet<BytesRef>();
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field) is not { } terms)
                continue;
            var words = terms.GetEnumerator();
            var looked = 0;
            if (words.SeekCeil(start) == TermsEnum.SeekStatus.END)
                continue;
            do
            {
                if (++looked % LooksBetweenCancellationChecks == 0)
                    cancellation.ThrowIfCancellationRequested();
                if (!StringHelper.StartsWith(words.Term, start))
                    break;
                if (fits is null || fits.IsMatch(words.Term.Utf8ToString()))
                    found.Add(BytesRef.DeepCopyOf(words.Term));
                if (found.Count > limits.ExpandedTerms)
                    throw TooMany(pattern);
            }
            while (words.MoveNext());
        }

        return [.. found];
    }

    /// <summary>What every word must begin with, and a test for the rest; no test when the pattern is a plain prefix.</summary>
    private static (string Prefix, Regex? Fits) Compile(string pattern)
    {
        var prefix = new StringBuilder();
        var regex = new StringBuilder(@"\A");
        var literal = true;
        var plainPrefix = true;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c is '*' or '?')
            {
                plainPrefix &= c == '*' && i == pattern.Length - 1;
                literal = false;
                regex.Append(c == '*' ? ".*" : ".");
                continue;
            }

            if (c == '\\' && i + 1 < pattern.Length)
                c = pattern[++i];
            if (literal)
                prefix.Append(c);
            regex.Append(Regex.Escape(c.ToString()));
        }

        // NonBacktracking: a pattern such as *a*a*a*a* must not take exponential time.
        return (prefix.ToString(), plainPrefix ? null : new Regex(regex.Append(@"\z").ToString(), RegexOptions.NonBacktracking | RegexOptions.Singleline));
    }

    private QueryTooExpensiveException TooMany(Query.Pattern pattern) => new(new QueryError(
        QueryErrorCode.TooExpensive, 0, 0, $"{pattern} stands for more than {limits.ExpandedTerms} words of the archive",
        "a pattern with more letters", "write more of the word before the *")
    {
        Budget = (limits.ExpandedTerms, limits.ExpandedTerms + 1),
    });
}

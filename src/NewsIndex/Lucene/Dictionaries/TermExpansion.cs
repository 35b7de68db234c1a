using System.Text;
using System.Text.RegularExpressions;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>Finds the words of the archive that fit a pattern, up to the limit. For one query: what was found is kept.</summary>
internal sealed class TermExpansion(IndexReader reader, CancellationToken cancellation)
{
    private const int LooksBetweenCancellationChecks = 256;

    private readonly Dictionary<(string Field, Query Query), List<BytesRef>> expanded = [];
    private readonly Dictionary<(string Field, string Word, int Edits), IReadOnlyList<List<BytesRef>>> loosened = [];

    /// <summary>Words that fit a pattern of * and ?.</summary>
    /// <exception cref="QueryTooExpensiveException">More words fit than the limit.</exception>
    public List<BytesRef> Expand(string field, Query.Pattern pattern, int limit)
    {
        var (prefix, fits) = Compile(pattern);
        return Expand(field, pattern, prefix, fits, limit);
    }

    /// <summary>Words that fit a regular expression as a whole.</summary>
    /// <exception cref="QueryTooExpensiveException">More words fit than the limit.</exception>
    public List<BytesRef> Expand(string field, Query.Regex regex, int limit)
    {
        var text = NormalisedText.Of(regex.Text);
        // Letters that every match begins with spare a look at the rest of the words.
        var literal = text.TakeWhile(char.IsLetterOrDigit).Count();
        if (literal < text.Length && text[literal] is '?' or '*' or '{' or '|' && literal > 0)
            literal--;
        var prefix = text.Contains('|', StringComparison.Ordinal) ? "" : text[..literal];
        return Expand(field, regex, prefix, Compile(regex, $@"\A(?:{text})\z"), limit);
    }

    /// <summary>Words that are nearly so, by how many letters differ.</summary>
    /// <exception cref="QueryTooExpensiveException">More words fit than the limit.</exception>
    public IReadOnlyList<List<BytesRef>> Expand(string field, string word, Query.Fuzzy fuzzy, int limit)
    {
        if (loosened.TryGetValue((field, word, fuzzy.Edits), out var known))
            return known;
        var byEdits = Enumerable.Range(0, fuzzy.Edits + 1).Select(_ => new SortedSet<BytesRef>()).ToList();
        var count = 0;
        foreach (var leaf in reader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (near, edits) in Near(leaf.AtomicReader, field, word, fuzzy.Edits))
            {
                if (byEdits[edits].Add(near) && ++count > limit)
                    throw TooMany(fuzzy, limit);
            }
        }

        return loosened[(field, word, fuzzy.Edits)] = byEdits.ConvertAll(words => words.ToList());
    }

    private static IEnumerable<(BytesRef Word, int Edits)> Near(AtomicReader segment, string field, string word, int edits) =>
        field == IndexFields.TextExact && NearWords.CanFind(word, edits)
            ? NearWords.Of(segment).Of(word, edits)
            : EachNear(segment.GetTerms(field), field, word, edits);

    /// <summary>For words that the list of the segment may not have.</summary>
    private static IEnumerable<(BytesRef Word, int Edits)> EachNear(Terms? terms, string field, string word, int edits)
    {
        if (terms is null)
            yield break;
        var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(field, word), edits, 0, transpositions: true);
        while (near.MoveNext())
        {
            var found = near.Term.Utf8ToString();
            yield return (
                BytesRef.DeepCopyOf(near.Term),
                Enumerable.Range(0, edits).FirstOrDefault(each => EditDistance.IsWithin(word, found, each), edits));
        }
    }

    private List<BytesRef> Expand(string field, Query query, string prefix, Regex? fits, int limit)
    {
        if (expanded.TryGetValue((field, query), out var known) && known.Count <= limit)
            return known;
        var start = new BytesRef(prefix);
        // In order, as words of one segment come; those of several are merged.
        var found = new List<BytesRef>();
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field) is { } terms)
                found = Merged(found, Fitting(terms, query, start, fits, limit));
            if (found.Count > limit)
                throw TooMany(query, limit);
        }

        return expanded[(field, query)] = found;
    }

    /// <exception cref="QueryTooExpensiveException">More words fit than the limit.</exception>
    private List<BytesRef> Fitting(Terms terms, Query query, BytesRef start, Regex? fits, int limit)
    {
        var found = new List<BytesRef>();
        var words = terms.GetEnumerator();
        var looked = 0;
        if (words.SeekCeil(start) == TermsEnum.SeekStatus.END)
            return found;
        do
        {
            if (++looked % LooksBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            if (!StringHelper.StartsWith(words.Term, start))
                break;
            if (fits is null || fits.IsMatch(words.Term.Utf8ToString()))
                found.Add(BytesRef.DeepCopyOf(words.Term));
            if (found.Count > limit)
                throw TooMany(query, limit);
        }
        while (words.MoveNext());
        return found;
    }

    /// <summary>The words of two lists in their order, each once.</summary>
    private static List<BytesRef> Merged(List<BytesRef> words, List<BytesRef> others)
    {
        if (words.Count == 0 || others.Count == 0)
            return words.Count == 0 ? others : words;
        var merged = new List<BytesRef>(words.Count + others.Count);
        for (var (i, j) = (0, 0); i < words.Count || j < others.Count;)
        {
            var order = i == words.Count ? 1 : j == others.Count ? -1 : words[i].CompareTo(others[j]);
            merged.Add(order <= 0 ? words[i] : others[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return merged;
    }

    /// <summary>What every word must begin with, and a test for the rest; no test when the pattern is a plain prefix.</summary>
    private static (string Prefix, Regex? Fits) Compile(Query.Pattern query)
    {
        var pattern = SmallLetters.Of(NormalisedText.Of(query.Text));
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

        return (prefix.ToString(), plainPrefix ? null : Compile(query, regex.Append(@"\z").ToString()));
    }

    /// <summary>NonBacktracking: a pattern such as *a*a*a*a* must not take exponential time.</summary>
    private static Regex Compile(Query query, string expression)
    {
        try
        {
            return new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.Singleline);
        }
        catch (NotSupportedException)
        {
            // The automaton of the expression would be too large.
            throw new QueryTooExpensiveException(new QueryError(
                QueryErrorCode.TooExpensive, 0, 0, $"the pattern {query} is too long, at {expression.Length} characters",
                "a shorter pattern", "write less of the word"));
        }
    }

    private static QueryTooExpensiveException TooMany(Query query, int limit) => new(new QueryError(
        QueryErrorCode.TooExpensive, 0, 0, $"{query} stands for more than {limit} words of the archive",
        "a pattern with more letters", "write more of the word before the *")
    {
        Budget = (limit, limit + 1),
    });
}

using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>
/// Tells if a field has terms that begin with a text. For one query: keeps an enumerator of each segment, which takes kilobytes.
/// </summary>
internal sealed class TermBeginnings(IndexReader reader, string field)
{
    private readonly TermsEnum?[] dictionaries = new TermsEnum?[reader.Leaves.Count];

    public bool Any(string beginning)
    {
        var bytes = new BytesRef(beginning);
        for (var i = 0; i < dictionaries.Length; i++)
        {
            dictionaries[i] ??= reader.Leaves[i].AtomicReader.GetTerms(field)?.GetEnumerator();
            if (dictionaries[i] is { } terms && terms.SeekCeil(bytes) != TermsEnum.SeekStatus.END
                && StringHelper.StartsWith(terms.Term, bytes))
                return true;
        }

        return false;
    }
}

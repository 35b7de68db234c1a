using System.Collections;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Positions;

/// <summary>Words found in the dictionary of a field, decoded one by one when they are read as text.</summary>
/// <remarks>An expansion has thousands of words. Postings are looked up by their bytes, and few of them are ever read as text.</remarks>
internal sealed class DictionaryWords(IEnumerable<BytesRef> words) : IReadOnlyList<string>
{
    /// <summary>In the order of the dictionary.</summary>
    public IReadOnlyList<BytesRef> Bytes { get; } = [.. words.Order()];

    public int Count => Bytes.Count;

    public string this[int index] => Bytes[index].Utf8ToString();

    public IEnumerator<string> GetEnumerator() => Bytes.Select(word => word.Utf8ToString()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

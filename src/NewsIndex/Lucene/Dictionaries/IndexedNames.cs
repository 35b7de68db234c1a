using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Dictionaries;

/// <summary>The names of entities in the terms of <see cref="IndexFields.Mentions"/>.</summary>
internal sealed class IndexedNames(IndexReader reader) : INameDictionary
{
    private static readonly PerScope<EntityDictionary> OfSegment = new(segment => new EntityDictionary(AllOf(segment)));

    private static readonly PerLargeSegments<EntityDictionary> OfLarge = new(large => EntityDictionary.Merge(large.Select(OfSegment.Of)));

    private static readonly PerGeneration<EntityDictionary> Made = new(Merged);

    public EntityDictionary Entities => DictionaryOf(reader);

    /// <summary>The dictionary of a generation, merged from those of its segments when it is first asked for.</summary>
    public static EntityDictionary DictionaryOf(IndexReader reader) => Made.Of(reader);

    public IEnumerable<MentionName> WithPrefix(string prefix) =>
        reader.Leaves.SelectMany(leaf => WithPrefix(leaf.AtomicReader, prefix));

    public bool Has(string term) => reader.DocFreq(new Term(IndexFields.Mentions, term)) > 0;

    public long CountMentions(EntityTerm term)
    {
        var mentions = 0L;
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader))
        {
            var named = ChosenArticles.In(segment, term.Articles);
            var docs = segment.GetTermDocsEnum(new Term(IndexFields.Mentions, new BytesRef(term.Term)));
            for (var doc = docs?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs!.NextDoc())
            {
                if (named is null || named.Contains(doc) != term.Articles!.IsExcluding)
                    mentions += docs!.Freq;
            }
        }

        return mentions;
    }

    private static EntityDictionary Merged(IndexReader reader) =>
        EntityDictionary.Merge(SegmentsBySize.Of(reader).Small.Select(OfSegment.Of).Append(OfLarge.Of(reader)));

    private static IEnumerable<MentionName> AllOf(AtomicReader segment) =>
        Enum.GetValues<EntityType>().SelectMany(type => WithPrefix(segment, MentionTerm.AllNames(type)));

    private static IEnumerable<MentionName> WithPrefix(AtomicReader segment, string prefix)
    {
        if (segment.GetTerms(IndexFields.Mentions) is not { } terms)
            yield break;
        var names = terms.GetEnumerator();
        var start = new BytesRef(prefix);
        if (names.SeekCeil(start) == TermsEnum.SeekStatus.END)
            yield break;
        do
        {
            if (!StringHelper.StartsWith(names.Term, start))
                yield break;
            yield return MentionTerm.Read(names.Term.Utf8ToString(), names.DocFreq, names.TotalTermFreq);
        }
        while (names.MoveNext());
    }
}

using CsCheck;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Dictionaries;

namespace NewsSearch.Tests.Lucene.Dictionaries;

/// <summary>The walk finds what Lucene's automata find among all words.</summary>
public sealed class NearWordsTests
{
    /// <summary>Letters of one to four bytes, two of which share their first bytes.</summary>
    private static readonly string[] Letters = ["a", "b", "c", "é", "è", "語", "𝒳"];

    private static readonly Gen<string> AnyWord = Gen.OneOf(Gen.Int[0, 2], Gen.Int[0, 6]).Array[1, 7].Select(
        letters => string.Concat(letters.Select(each => Letters[each])));

    private static readonly Gen<(string[] Words, string[] Typed)> AnyWords = Gen.Select(
        Gen.OneOf(AnyWord.Array[1, 12], AnyWord.Array[50, 400]), AnyWord.Array[8]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Words_within_a_distance_are_those_of_the_automata(int edits) => AnyWords.Sample(
        any =>
        {
            using var directory = new RAMDirectory();
            using var reader = ReaderOf(any.Words, directory);
            var terms = MultiFields.GetTerms(reader, "words");
            var near = new NearWords(WordList.Read(terms, WordDictionary.MaxLength));
            foreach (var typed in any.Typed.Append(any.Words[0]))
            {
                Assert.Equal(
                    Expected(terms, typed, edits),
                    near.Of(typed, edits).Select(each => (each.Word.Utf8ToString(), each.Edits))
                        .OrderBy(each => each.Item1, StringComparer.Ordinal));
            }
        },
        iter: 60, threads: 1);

    [Fact]
    public void A_word_for_which_words_near_it_may_be_missing_is_refused()
    {
        Assert.True(NearWords.CanFind(new string('a', 32), 2));
        Assert.Empty(new NearWords(WordList.Empty).Of(new string('a', 32), 2));
        Assert.False(NearWords.CanFind(new string('a', 33), 2));
        Assert.Throws<ArgumentException>(() => new NearWords(WordList.Empty).Of(new string('a', 33), 2));
    }

    private static IEnumerable<(string, int)> Expected(Terms terms, string typed, int edits)
    {
        var found = new List<(string, int)>();
        var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term("words", typed), edits, 0, transpositions: true);
        while (near.MoveNext())
        {
            var word = near.Term.Utf8ToString();
            found.Add((
                word, Enumerable.Range(0, edits).FirstOrDefault(each => EditDistance.IsWithin(Units(typed), Units(word), each), edits)));
        }

        return found.OrderBy(each => each.Item1, StringComparer.Ordinal);
    }

    /// <summary>A letter of two code units is one edit.</summary>
    private static string Units(string word) => word.Replace("𝒳", "x", StringComparison.Ordinal);

    private static DirectoryReader ReaderOf(string[] words, RAMDirectory directory)
    {
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())))
        {
            writer.AddDocument([.. words.Select(word => new StringField("words", word, Field.Store.NO))]);
            writer.Commit();
        }

        return DirectoryReader.Open(directory);
    }
}

using CsCheck;
using NewsIndex.Results;

namespace NewsSearch.Tests.Results;

public sealed class SnippetCutterTests
{
    [Fact]
    public void Cuts_whole_sentences_around_matches()
    {
        const string body = "Nothing here at all to see, though it is long enough to matter in the end. " +
            "The U.S. storm hit J. Baker's house. Nobody was hurt.\n\nA new paragraph.";
        var snippet = Assert.Single(SnippetCutter.Cut(body, [RangeOf(body, "storm")], 2));
        Assert.Equal("The U.S. storm hit J. Baker's house. Nobody was hurt.", snippet.Text);
        Assert.Equal("storm", snippet.Text[snippet.Matches[0].Start..snippet.Matches[0].End]);
    }

    [Fact]
    public void Shows_the_beginning_where_nothing_matches() =>
        Assert.Equal("First sentence. Second.", Assert.Single(SnippetCutter.Cut("First sentence. Second.\n\nThird.", [], 2)).Text);

    [Fact]
    public void Takes_the_passages_with_the_most_different_words_in_reading_order()
    {
        var filler = string.Concat(Enumerable.Repeat("Filler words go on and on without an end in sight. ", 8));
        var body = $"A storm. {filler}\n\nA storm and a flood. {filler}\n\nA storm, a flood and a fire. {filler}";
        var matches = new[] { "storm", "flood", "fire" }.SelectMany(word => AllOf(body, word)).OrderBy(range => range.Start).ToList();
        Assert.Equal(
            ["A storm and a flood.", "A storm, a flood and a fire."],
            SnippetCutter.Cut(body, matches, 2)
                .Select(snippet => snippet.Text[..(snippet.Text.IndexOf('.', StringComparison.Ordinal) + 1)]));
    }

    [Fact]
    public void Cuts_one_endless_sentence_at_words()
    {
        var body = string.Concat(Enumerable.Repeat("word ", 100_000)) + "storm " + string.Concat(Enumerable.Repeat("word ", 1000));
        var snippet = Assert.Single(SnippetCutter.Cut(body, [RangeOf(body, "storm")], 2));
        Assert.InRange(snippet.Text.Length, 50, 600);
        Assert.Contains("storm", snippet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cuts_what_the_simple_form_cuts() =>
        Gen.Select(AnyBody, Gen.Int[0, 1200].List[0, 12], Gen.Int[1, 40], Gen.Int[1, 3]).Sample((body, starts, length, count) =>
        {
            var matches = starts.Where(start => start < body.Length).Order()
                .Select(start => new TextRange(start, Math.Min(body.Length, start + 1 + (start % length)))).ToList();
            Assert.Equal(
                string.Join('\n', SimpleSnippets.Cut(body, matches, count).Select(Text)),
                string.Join('\n', SnippetCutter.Cut(body, matches, count).Select(Text)));
        }, iter: 2_000);

    private static readonly Gen<string> AnyBody =
        Gen.Select(
            OneOf("storm", "Flood", "STORM", "U.S.", "a", "3.5", "\"It", "(so)", "Gov.", "antidisestablish"),
            OneOf(" ", " ", " ", " ", " ", " ", ", ", ". ", "!\" ", "\n\n", "   ", ""),
            (word, between) => word + between).List[0, 250].Select(string.Concat);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Text(Snippet snippet) => $"{snippet.Field} {snippet.Text} {string.Join(' ', snippet.Matches)}";

    [Fact]
    public void Joins_ranges_that_overlap() =>
        Assert.Equal(
            [new TextRange(0, 5), new TextRange(5, 6)],
            SnippetCutter.Merge([new TextRange(0, 3), new TextRange(2, 5), new TextRange(5, 6)]));

    private static TextRange RangeOf(string body, string word) => AllOf(body, word).First();

    private static IEnumerable<TextRange> AllOf(string body, string word)
    {
        for (var at = body.IndexOf(word, StringComparison.Ordinal); at >= 0; at = body.IndexOf(word, at + 1, StringComparison.Ordinal))
            yield return new TextRange(at, at + word.Length);
    }
}

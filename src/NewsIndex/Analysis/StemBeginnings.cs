namespace NewsIndex.Analysis;

/// <summary>
/// How plain English words begin that may have one of some stems. A word begins as its stem does, but for irregular forms (went: go).
/// </summary>
/// <remarks>Looking at two letters of each word of a text takes a tenth of the time of making all their stems.</remarks>
internal sealed class StemBeginnings
{
    private const int Letters = 37;

    /// <summary>Beginnings of irregular words, by the beginning of their stem.</summary>
    private static readonly ILookup<int, int> OfIrregularWords = EnglishStem.IrregularWords()
        .Select(each => (Stem: Of(each.Stem), Word: Of(each.Word))).Where(each => each.Stem != each.Word).Distinct()
        .ToLookup(each => each.Stem, each => each.Word);

    private readonly ulong[] wanted = new ulong[((Letters * Letters) + 63) / 64];

    /// <summary>Adds the beginnings of words that may have a stem.</summary>
    /// <param name="stem">In UTF-8, with or without the mark of its language. Plain words have no other stems than those of ASCII.</param>
    public void Add(ReadOnlySpan<byte> stem)
    {
        var own = Of(stem);
        Add(own);
        foreach (var word in OfIrregularWords[own])
            Add(word);
        // A stem of one letter tells nothing of the second (aed: a).
        for (var i = own + 1; own % Letters == 0 && i < own + Letters; i++)
            Add(i);
    }

    /// <summary>False for a word that has none of the stems.</summary>
    /// <param name="word">Plain: see <see cref="PlainEnglishWord"/>.</param>
    public bool MayHave(ReadOnlySpan<byte> word)
    {
        var own = Of(word);
        return (wanted[own / 64] >> (own % 64) & 1) != 0;
    }

    private void Add(int beginning) => wanted[beginning / 64] |= 1UL << (beginning % 64);

    private static int Of(string word) => Of(System.Text.Encoding.UTF8.GetBytes(word));

    /// <summary>A number for the first two letters.</summary>
    private static int Of(ReadOnlySpan<byte> word) =>
        word.Length == 0 ? 0 : (NumberOf(word[0]) * Letters) + (word.Length > 1 ? NumberOf(word[1]) : 0);

    /// <summary>The same for y and i, which stems exchange (dying: die); 0 for all that is neither letter nor digit of ASCII.</summary>
    private static int NumberOf(byte letter) => (char)letter switch
    {
        'y' or 'Y' => 'i' - 'a' + 1,
        >= 'a' and <= 'z' => letter - 'a' + 1,
        >= 'A' and <= 'Z' => letter - 'A' + 1,
        >= '0' and <= '9' => letter - '0' + 27,
        _ => 0,
    };
}

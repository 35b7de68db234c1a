using System.Globalization;
using System.Text;

namespace Recognition.Transformer;

/// <summary>Splits words into the pieces that the network knows, by BERT's uncased rules.</summary>
internal sealed class WordPieces
{
    public const int Unknown = 1;
    public const int Begin = 2;
    public const int End = 3;

    private const int MaxPieces = 12;
    private const int MaxRunLength = 100;

    private readonly Dictionary<string, int> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> continuing = new(StringComparer.Ordinal);

    /// <param name="vocabulary">The pieces in the order of their numbers; those that continue a word begin with <c>##</c>.</param>
    public WordPieces(IEnumerable<string> vocabulary)
    {
        var number = 0;
        foreach (var piece in vocabulary)
        {
            var continues = piece.Length > 2 && piece.StartsWith("##", StringComparison.Ordinal);
            (continues ? continuing : whole)[continues ? piece[2..] : piece] = number++;
        }
    }

    /// <summary>At least one piece, at most twelve.</summary>
    public int[] Of(string word)
    {
        var pieces = new List<int>();
        foreach (var run in Runs(Plain(word)))
            AddRun(run, pieces);
        return pieces.Count == 0 ? [Unknown] : [.. pieces.Take(MaxPieces)];
    }

    /// <summary>Brackets and quotation marks as the network has learned them.</summary>
    private static string Plain(string word) => word switch
    {
        "-LRB-" => "(",
        "-RRB-" => ")",
        "``" or "''" or "\u201C" or "\u201D" => "\"",
        "\u2019" or "\u2018" => "'",
        _ => word,
    };

    /// <summary>Lower case without accents; each sign and each ideograph by itself.</summary>
    private static List<string> Runs(string word)
    {
        var runs = new List<string>();
        var run = new StringBuilder();
        foreach (var rune in WithoutHalves(word).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format || rune.Value == 0xFFFD)
                continue;
            var lower = Rune.ToLowerInvariant(rune);
            if (category is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                EndRun();
            }
            else if (StandsAlone(lower, category))
            {
                EndRun();
                runs.Add(lower.ToString());
            }
            else
            {
                run.Append(lower.ToString());
            }
        }

        EndRun();
        return runs;

        void EndRun()
        {
            if (run.Length > 0)
                runs.Add(run.ToString());
            run.Clear();
        }
    }

    /// <summary>Half of a surrogate pair is no character, and normalisation would throw on it.</summary>
    private static string WithoutHalves(string word) =>
        word.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(word.EnumerateRunes().Select(rune => rune.ToString())) : word;

    private static bool StandsAlone(Rune rune, UnicodeCategory category) =>
        rune.Value is (>= 0x21 and <= 0x2F) or (>= 0x3A and <= 0x40) or (>= 0x5B and <= 0x60) or (>= 0x7B and <= 0x7E)
            or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x2FA1F)
        || category is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation;

    /// <summary>The longest piece from the left, again and again; a run that does not come out even is unknown.</summary>
    private void AddRun(string run, List<int> pieces)
    {
        var before = pieces.Count;
        if (run.EnumerateRunes().Count() > MaxRunLength)
        {
            pieces.Add(Unknown);
            return;
        }

        for (var start = 0; start < run.Length;)
        {
            var known = (start == 0 ? whole : continuing).GetAlternateLookup<ReadOnlySpan<char>>();
            var (end, number) = (run.Length, 0);
            while (end > start && !known.TryGetValue(run.AsSpan(start, end - start), out number))
                end--;
            if (end == start)
            {
                pieces.RemoveRange(before, pieces.Count - before);
                pieces.Add(Unknown);
                return;
            }

            pieces.Add(number);
            start = end;
        }
    }
}

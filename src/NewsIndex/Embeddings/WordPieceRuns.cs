using System.Globalization;
using System.Text;

namespace NewsIndex.Embeddings;

/// <summary>
/// A text as BERT's uncased rules cut it before they look for pieces: lower case without accents, cut at white space, with every sign and
/// every ideograph by itself. Devlin et al., "BERT", 2019.
/// </summary>
public static class WordPieceRuns
{
    private const int MaxStackLength = 64;

    public static List<string> Of(string text)
    {
        var runs = new List<string>(text.Length / 5);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(" \t\n\r");
            var chunk = end < 0 ? rest : rest[..end];
            if (chunk.Length <= MaxStackLength && Ascii.IsValid(chunk))
                AddAscii(chunk, runs);
            else
                AddAny(chunk.ToString(), runs);
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return runs;
    }

    /// <summary>A fast path of <see cref="AddAny"/> for ASCII letters.</summary>
    private static void AddAscii(ReadOnlySpan<char> chunk, List<string> runs)
    {
        Span<char> run = stackalloc char[MaxStackLength];
        var length = 0;
        foreach (var c in chunk)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                run[length++] = char.ToLowerInvariant(c);
            }
            else if (!char.IsControl(c))
            {
                if (length > 0)
                    runs.Add(run[..length].ToString());
                length = 0;
                runs.Add(c.ToString());
            }
        }

        if (length > 0)
            runs.Add(run[..length].ToString());
    }

    private static void AddAny(string chunk, List<string> runs)
    {
        var run = new StringBuilder();
        foreach (var rune in WithoutHalves(chunk).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                EndRun();
                continue;
            }

            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format || rune.Value == 0xFFFD)
                continue;
            var lower = Rune.ToLowerInvariant(rune);
            if (StandsAlone(lower, category))
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

        void EndRun()
        {
            if (run.Length > 0)
                runs.Add(run.ToString());
            run.Clear();
        }
    }

    /// <summary>Normalisation throws on an unpaired surrogate.</summary>
    private static string WithoutHalves(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())) : text;

    private static bool StandsAlone(Rune rune, UnicodeCategory category) =>
        rune.Value is (>= 0x21 and <= 0x2F) or (>= 0x3A and <= 0x40) or (>= 0x5B and <= 0x60) or (>= 0x7B and <= 0x7E)
            or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x2FA1F)
        || category is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation;
}

using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Eu;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Hy;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace NewsIndex.Lucene;

/// <summary>How words of each language are brought to the form that the index holds: stop words left out, endings taken off.</summary>
/// <remarks>
/// Stems carry a mark of their language, so that a query word stemmed as English finds English articles and never a foreign word that
/// happens to look like the stem.
/// </remarks>
internal static class LanguageAnalysis
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>Marks are characters of the private use area, which no text has.</summary>
    private const char FirstMark = '\uE000';

    /// <summary>The order is part of the index format: the place of a language is its mark.</summary>
    private static readonly (string Code, Func<Analyzer> Make)[] Table =
    [
        ("en", () => new EnglishAnalyzer(Version)),
        ("ar", () => new ArabicAnalyzer(Version)),
        ("bg", () => new BulgarianAnalyzer(Version)),
        ("ca", () => new CatalanAnalyzer(Version)),
        ("ckb", () => new SoraniAnalyzer(Version)),
        ("cs", () => new CzechAnalyzer(Version)),
        ("da", () => new DanishAnalyzer(Version)),
        ("de", () => new GermanAnalyzer(Version)),
        ("el", () => new GreekAnalyzer(Version)),
        ("es", () => new SpanishAnalyzer(Version)),
        ("eu", () => new BasqueAnalyzer(Version)),
        ("fa", () => new PersianAnalyzer(Version)),
        ("fi", () => new FinnishAnalyzer(Version)),
        ("fr", () => new FrenchAnalyzer(Version)),
        ("ga", () => new IrishAnalyzer(Version)),
        ("gl", () => new GalicianAnalyzer(Version)),
        ("hi", () => new HindiAnalyzer(Version)),
        ("hu", () => new HungarianAnalyzer(Version)),
        ("hy", () => new ArmenianAnalyzer(Version)),
        ("id", () => new IndonesianAnalyzer(Version)),
        ("it", () => new ItalianAnalyzer(Version)),
        ("lv", () => new LatvianAnalyzer(Version)),
        ("nl", () => new DutchAnalyzer(Version)),
        ("no", () => new NorwegianAnalyzer(Version)),
        ("pt", () => new PortugueseAnalyzer(Version)),
        ("ro", () => new RomanianAnalyzer(Version)),
        ("ru", () => new RussianAnalyzer(Version)),
        ("sv", () => new SwedishAnalyzer(Version)),
        ("tr", () => new TurkishAnalyzer(Version)),
        ("zh", () => new CJKAnalyzer(Version, CharArraySet.Empty)),
        ("ja", () => new CJKAnalyzer(Version, CharArraySet.Empty)),
        ("ko", () => new CJKAnalyzer(Version, CharArraySet.Empty)),
    ];

    private static readonly Dictionary<string, (Analyzer Analyzer, char Mark)> ByCode =
        Table.Select((row, i) => (row.Code, Analyzer: row.Make(), Mark: (char)(FirstMark + i))).ToDictionary(row => row.Code, row => (row.Analyzer, row.Mark));

    /// <summary>
    /// The language that a tag is analysed as: <c>en-US</c> as en, <c>nb-NO</c> as no. <see cref="Fields.UnknownLanguage"/> where there is no
    /// tag, and the language itself where nothing is known of its words but that they are words.
    /// </summary>
    public static string CodeOf(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
            return Fields.UnknownLanguage;
        var code = tag.Split('-', '_')[0].ToLowerInvariant();
        return code switch
        {
            "nb" or "nn" => "no",
            "iw" => "he",
            "in" => "id",
            _ => code,
        };
    }

    /// <summary>The number of a language from 1 to 62; 0 for all languages without an analyzer, whose words carry no mark.</summary>
    public static int NumberOf(string code) => ByCode.TryGetValue(code, out var found) ? found.Mark - FirstMark + 1 : 0;

    /// <summary>The number of the language whose mark a term carries; 0 for a term without a mark.</summary>
    public static int NumberOfTerm(BytesRef term)
    {
        // A mark takes three bytes of UTF-8.
        if (term.Length < 3)
            return 0;
        var last = term.Bytes.AsSpan(term.Offset + term.Length - 3, 3);
        var mark = ((last[0] & 0x0F) << 12) | ((last[1] & 0x3F) << 6) | (last[2] & 0x3F);
        return (last[0] & 0xF0) == 0xE0 && mark >= FirstMark && mark < FirstMark + Table.Length ? mark - FirstMark + 1 : 0;
    }

    /// <summary>False where words are only cut and put in lower case.</summary>
    public static bool TryGet(string code, out Analyzer analyzer, out char mark)
    {
        var known = ByCode.TryGetValue(code, out var found);
        (analyzer, mark) = found;
        return known;
    }
}

using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Analysis.Core;
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
using Lucene.Net.Analysis.In;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace NewsIndex.Analysis;

/// <summary>The analysis chain of one language: filters between tokeniser and accent folding.</summary>
/// <param name="Prepare">Removes stop words and lower-cases the others.</param>
/// <param name="Stem">Stems words.</param>
/// <param name="DecimalSign">Decimal separator.</param>
internal sealed record LanguageChain(
    string Code, Func<TokenStream, TokenStream> Prepare, Func<TokenStream, TokenStream> Stem, char DecimalSign = '.')
{
    /// <summary>The chain of a language without an analyzer: words are kept as they are.</summary>
    public static LanguageChain Unknown { get; } = new("", words => new SmallLetters(words), words => words);
}

/// <summary>Analysis chains by language. Stop words and stemmers are those of Lucene's analyzers.</summary>
internal static class LanguageChains
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly string[] ItalianArticles =
    [
        "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl", "negl", "sugl", "un",
        "m", "t", "s", "v", "d",
    ];

    /// <summary>The order is part of the index format: see <see cref="LanguageAnalysis"/>.</summary>
    public static IReadOnlyList<LanguageChain> All { get; } =
    [
        new("en", words => Stop(Small(new EnglishPossessiveFilter(Version, words)), EnglishAnalyzer.DefaultStopSet),
            words => new EnglishStems(words)),
        new("ar", words => new ArabicNormalizationFilter(Stop(Small(words), ArabicAnalyzer.DefaultStopSet)),
            words => new ArabicStemFilter(words)),
        new("bg", words => Stop(Small(words), BulgarianAnalyzer.DefaultStopSet), words => new BulgarianStemFilter(words), ','),
        new("ca", words => Stop(Small(Elided(words, "d", "l", "m", "n", "s", "t")), CatalanAnalyzer.DefaultStopSet),
            Snowball("Catalan"), ','),
        new("ckb", words => Stop(Small(new SoraniNormalizationFilter(words)), SoraniAnalyzer.DefaultStopSet),
            words => new SoraniStemFilter(words)),
        new("cs", words => Stop(Small(words), CzechAnalyzer.DefaultStopSet), words => new CzechStemFilter(words), ','),
        new("da", words => Stop(Small(words), DanishAnalyzer.DefaultStopSet), Snowball("Danish"), ','),
        new("de", words => new GermanNormalizationFilter(Stop(Small(words), GermanAnalyzer.DefaultStopSet)),
            words => new GermanLightStemFilter(words), ','),
        new("el", words => Stop(new GreekLowerCaseFilter(Version, words), GreekAnalyzer.DefaultStopSet),
            words => new GreekStemFilter(words), ','),
        new("es", words => Stop(Small(words), SpanishAnalyzer.DefaultStopSet), words => new SpanishLightStemFilter(words), ','),
        new("eu", words => Stop(Small(words), BasqueAnalyzer.DefaultStopSet), Snowball("Basque"), ','),
        new("fa",
            words => Stop(new PersianNormalizationFilter(new ArabicNormalizationFilter(Small(words))), PersianAnalyzer.DefaultStopSet),
            words => words),
        new("fi", words => Stop(Small(words), FinnishAnalyzer.DefaultStopSet), Snowball("Finnish"), ','),
        new("fr", words => Stop(Small(new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES)), FrenchAnalyzer.DefaultStopSet),
            words => new FrenchLightStemFilter(words), ','),
        new("ga",
            words => Stop(new IrishLowerCaseFilter(Elided(Stop(words, Set("h", "n", "t")), "d", "m", "b")), IrishAnalyzer.DefaultStopSet),
            Snowball("Irish")),
        new("gl", words => Stop(Small(words), GalicianAnalyzer.DefaultStopSet), words => new GalicianStemFilter(words), ','),
        new("hi", words => Stop(new HindiNormalizationFilter(new IndicNormalizationFilter(Small(words))), HindiAnalyzer.DefaultStopSet),
            words => new HindiStemFilter(words)),
        new("hu", words => Stop(Small(words), HungarianAnalyzer.DefaultStopSet), Snowball("Hungarian"), ','),
        new("hy", words => Stop(Small(words), ArmenianAnalyzer.DefaultStopSet), Snowball("Armenian"), ','),
        new("id", words => Stop(Small(words), IndonesianAnalyzer.DefaultStopSet), words => new IndonesianStemFilter(words), ','),
        new("it", words => Stop(Small(Elided(words, ItalianArticles)), ItalianAnalyzer.DefaultStopSet),
            words => new ItalianLightStemFilter(words), ','),
        new("lv", words => Stop(Small(words), LatvianAnalyzer.DefaultStopSet), words => new LatvianStemFilter(words), ','),
        new("nl", words => Stop(Small(words), DutchAnalyzer.DefaultStopSet),
            words => new SnowballFilter(new StemmerOverrideFilter(words, DutchStems()), "Dutch"), ','),
        new("no", words => Stop(Small(words), NorwegianAnalyzer.DefaultStopSet), Snowball("Norwegian"), ','),
        new("pt", words => Stop(Small(words), PortugueseAnalyzer.DefaultStopSet), words => new PortugueseLightStemFilter(words), ','),
        new("ro", words => Stop(Small(words), RomanianAnalyzer.DefaultStopSet), Snowball("Romanian"), ','),
        new("ru", words => Stop(Small(words), RussianAnalyzer.DefaultStopSet), Snowball("Russian"), ','),
        new("sv", words => Stop(Small(words), SwedishAnalyzer.DefaultStopSet), Snowball("Swedish"), ','),
        new("tr", words => Stop(new TurkishLowerCaseFilter(new ApostropheFilter(words)), TurkishAnalyzer.DefaultStopSet),
            Snowball("Turkish"), ','),
        new("zh", Small, words => words),
        new("ja", Small, words => words),
        new("ko", Small, words => words),
    ];

    private static SmallLetters Small(TokenStream words) => new(words);

    private static StopFilter Stop(TokenStream words, CharArraySet left) => new(Version, words, left);

    private static ElisionFilter Elided(TokenStream words, params string[] articles) => new(words, Set(articles));

    private static CharArraySet Set(params string[] words) => new(Version, words, ignoreCase: true);

    private static Func<TokenStream, TokenStream> Snowball(string language) => words => new SnowballFilter(words, language);

    /// <summary>Exceptions of Lucene's analyzer for Dutch.</summary>
    private static StemmerOverrideFilter.StemmerOverrideMap DutchStems()
    {
        var stems = new StemmerOverrideFilter.Builder(ignoreCase: false);
        stems.Add("fiets", "fiets");
        stems.Add("bromfiets", "bromfiets");
        stems.Add("ei", "eier");
        stems.Add("kind", "kinder");
        return stems.Build();
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Indexer.Dates;

/// <summary>Names of months in the languages that newspapers of the world write in, whole and abbreviated.</summary>
/// <remarks>
/// Ours rather than the operating system's: a date is part of an article's id, which has to be the same on every machine. A name that is
/// one month in one language and another in the next (Croatian listopad is October, Polish listopad November) is only here in the larger one.
/// </remarks>
internal static partial class MonthNames
{
    private static readonly string[] Table =
    [
        // English
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
        // German
        "januar jänner jaenner", "februar feber", "märz maerz mrz", "april", "mai", "juni", "juli", "august", "september", "oktober okt", "november", "dezember dez",
        // French
        "janvier janv", "février fevrier févr fevr fév", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout", "septembre", "octobre", "novembre", "décembre decembre déc",
        // Spanish
        "enero ene", "febrero", "marzo", "abril abr", "mayo", "junio", "julio", "agosto ago", "septiembre setiembre", "octubre", "noviembre", "diciembre dic",
        // Italian
        "gennaio gen", "febbraio", "marzo", "aprile", "maggio mag", "giugno giu", "luglio lug", "agosto", "settembre set", "ottobre ott", "novembre", "dicembre",
        // Portuguese
        "janeiro", "fevereiro fev", "março marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro out", "novembro", "dezembro",
        // Dutch and Afrikaans
        "januari januarie", "februari februarie", "maart mrt", "april", "mei", "juni junie", "juli julie", "augustus", "september", "oktober", "november", "december desember des",
        // Swedish, Danish, Norwegian
        "januari januar", "februari februar", "mars marts", "april", "maj mai", "juni", "juli", "augusti", "september", "oktober", "november", "december desember",
        // Finnish
        "tammikuu tammikuuta", "helmikuu helmikuuta", "maaliskuu maaliskuuta", "huhtikuu huhtikuuta", "toukokuu toukokuuta", "kesäkuu kesäkuuta", "heinäkuu heinäkuuta", "elokuu elokuuta", "syyskuu syyskuuta", "lokakuu lokakuuta", "marraskuu marraskuuta", "joulukuu joulukuuta",
        // Polish
        "styczeń stycznia sty", "luty lutego lut", "marzec marca", "kwiecień kwietnia kwi", "maja", "czerwiec czerwca cze", "lipiec lipca lip", "sierpień sierpnia sie", "wrzesień września wrz", "październik października paź", "listopad listopada lis", "grudzień grudnia gru",
        // Czech and Slovak, where they differ from Polish
        "leden ledna január januára", "únor února február februára", "březen března marec", "duben dubna apríl apríla", "květen května máj mája", "červen června jún júna", "července červenec júl júla", "srpen srpna augusta", "září septembra", "říjen října októbra", "novembra", "prosinec prosince decembra",
        // Russian
        "январь января янв", "февраль февраля фев февр", "март марта мар", "апрель апреля апр", "май мая", "июнь июня июн", "июль июля июл", "август августа авг", "сентябрь сентября сен сент", "октябрь октября окт", "ноябрь ноября ноя нояб", "декабрь декабря дек",
        // Ukrainian
        "січень січня", "лютий лютого", "березень березня", "квітень квітня", "травень травня", "червень червня", "липень липня", "серпень серпня", "вересень вересня", "жовтень жовтня", "листопада", "грудень грудня",
        // Bulgarian and Serbian
        "януари јануар јануара", "февруари фебруар фебруара", "март", "април априла", "мај", "юни јун јуна", "юли јул јула", "август", "септември септембар септембра", "октомври октобар октобра", "ноември новембар новембра", "декември децембар децембра",
        // Turkish
        "ocak oca", "şubat şub", "mart", "nisan nis", "mayıs", "haziran haz", "temmuz tem", "ağustos ağu", "eylül eyl", "ekim eki", "kasım kas", "aralık ara",
        // Romanian
        "ianuarie ian", "februarie", "martie", "aprilie", "mai", "iunie iun", "iulie iul", "august", "septembrie", "octombrie", "noiembrie noi", "decembrie",
        // Hungarian
        "január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember szept", "október", "november", "december",
        // Catalan
        "gener", "febrer", "març", "abril", "maig", "juny", "juliol", "agost", "setembre", "octubre", "novembre", "desembre",
        // Greek
        "ιανουαρίου ιανουάριος ιαν", "φεβρουαρίου φεβρουάριος φεβ", "μαρτίου μάρτιος μαρ", "απριλίου απρίλιος απρ", "μαΐου μάιος μαϊ", "ιουνίου ιούνιος ιουν", "ιουλίου ιούλιος ιουλ", "αυγούστου αύγουστος αυγ", "σεπτεμβρίου σεπτέμβριος σεπ", "οκτωβρίου οκτώβριος οκτ", "νοεμβρίου νοέμβριος νοε", "δεκεμβρίου δεκέμβριος δεκ",
        // Indonesian and Malay
        "januari", "februari", "maret mac", "april", "mei", "juni jun", "juli julai", "agustus ogos agu", "september", "oktober", "november nopember", "desember disember",
        // Arabic, of the east and of the Maghreb
        "يناير جانفي", "فبراير فيفري", "مارس", "أبريل ابريل أفريل", "مايو ماي", "يونيو جوان", "يوليو جويلية", "أغسطس اغسطس أوت", "سبتمبر", "أكتوبر اكتوبر", "نوفمبر", "ديسمبر",
        // Arabic of the Levant and of Iraq, but for those of two words
        "يناير", "شباط", "آذار اذار", "نيسان", "أيار ايار", "حزيران", "تموز", "آب اب", "أيلول ايلول", "أكتوبر", "نوفمبر", "ديسمبر",
        // Persian, of the Gregorian calendar
        "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر",
        // Hindi
        "जनवरी", "फरवरी फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर सितम्बर", "अक्टूबर", "नवंबर नवम्बर", "दिसंबर दिसम्बर",
        // Marathi and Nepali, where they differ from Hindi
        "जानेवारी जनवरी", "फेब्रुवारी फेब्रुअरी", "मार्च", "एप्रिल अप्रिल", "मे", "जुन", "जुलै", "ऑगस्ट अगस्ट", "सप्टेंबर सेप्टेम्बर",
        "ऑक्टोबर अक्टोबर", "नोव्हेंबर नोभेम्बर", "डिसेंबर डिसेम्बर",
        // Bengali
        "জানুয়ারি জানুয়ারী", "ফেব্রুয়ারি ফেব্রুয়ারী", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর",
        "নভেম্বর", "ডিসেম্বর",
        // Urdu
        "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
        // Thai
        "มกราคม ม.ค", "กุมภาพันธ์ ก.พ", "มีนาคม มี.ค", "เมษายน เม.ย", "พฤษภาคม พ.ค", "มิถุนายน มิ.ย", "กรกฎาคม ก.ค", "สิงหาคม ส.ค",
        "กันยายน ก.ย", "ตุลาคม ต.ค", "พฤศจิกายน พ.ย", "ธันวาคม ธ.ค",
    ];

    /// <summary>Of the solar Hijri calendar of Iran, with Persian and with Arabic letters.</summary>
    private static readonly string[] SolarHijri =
    [
        "فروردین فروردين", "اردیبهشت ارديبهشت", "خرداد", "تیر تير", "مرداد امرداد", "شهریور شهريور", "مهر", "آبان", "آذر", "دی دي", "بهمن",
        "اسفند",
    ];

    private static readonly Dictionary<string, int> Months = Read(Table);
    private static readonly Dictionary<string, int> SolarHijriMonths = Read(SolarHijri);

    /// <summary>1 to 12; 0 when the word is no month. Case, and a dot at the end, do not matter.</summary>
    public static int NumberOf(string word) => Months.GetValueOrDefault(Fold(word));

    /// <summary>As <see cref="NumberOf"/>, of the calendar of Iran: 1 is Farvardin, which begins in March.</summary>
    public static int SolarHijriNumberOf(string word) => SolarHijriMonths.GetValueOrDefault(Fold(word));

    /// <summary>Months of two words, of the Levant, by their names of one word.</summary>
    public static string InOneWord(string text) =>
        TwoWords().Replace(text, name => (name.Groups["season"].Value, name.Groups["number"].Value[^1]) switch
    {
        ("كانون", 'ي') => "يناير",
        ("كانون", _) => "ديسمبر",
        (_, 'ي') => "نوفمبر",
        _ => "أكتوبر",
    });

    [GeneratedRegex(@"(?<season>كانون|تشرين)\s(?<number>الأول|الاول|الثاني)", RegexOptions.ExplicitCapture)]
    private static partial Regex TwoWords();

    private static Dictionary<string, int> Read(string[] table)
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Length; i++)
        {
            foreach (var name in table[i].Split(' '))
                months.TryAdd(Fold(name), (i % 12) + 1);
        }

        return months;
    }

    private static string Fold(string word) => word.TrimEnd('.').Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture);
}

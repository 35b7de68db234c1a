using NewsIndex.Articles;

namespace NewsSearch.Tests.Backends;

/// <summary>Invented articles in other languages: what an archive in English gets one of sooner or later.</summary>
internal static class ForeignArticles
{
    private static readonly NamedEntity[] Entities =
        [new("Bank of England", EntityType.Organization), new("Angela Merkel", EntityType.Person), new("Japan", EntityType.Place)];

    /// <summary>
    /// One in each language but English that has an analyzer, with English names and words in it as foreign news has them.
    /// </summary>
    public static IReadOnlyList<Article> OneInEachLanguage { get; } =
    [
        Of("ar", "بنك إنجلترا", "قال بنك Bank of England إن الأسعار ارتفعت يوم الاثنين."),
        Of("bg", "Английската банка", "Банката Bank of England повиши лихвите в понеделник."),
        Of("ca", "El banc d'Anglaterra", "El Bank of England va apujar els tipus dilluns, segons The Who."),
        Of("ckb", "بانکی ئینگلتەرا", "بانکی Bank of England نرخی بەرز کردەوە."),
        Of("cs", "Anglická banka", "Banka Bank of England v pondělí zvýšila sazby a the storm."),
        Of("da", "Den engelske bank", "Bank of England hævede renten mandag, og prisen på olie steg."),
        Of("de", "Die Bank von England", "Die Bank of England hob am Montag den Zins an, und the storm war in der Zeitung."),
        Of("el", "Η τράπεζα της Αγγλίας", "Η Bank of England αύξησε τα επιτόκια τη Δευτέρα."),
        Of("es", "El banco de Inglaterra", "El Bank of England subió los tipos el lunes; to be or not to be."),
        Of("eu", "Ingalaterrako bankua", "Bank of England bankuak interesak igo zituen astelehenean."),
        Of("fa", "بانک انگلستان", "بانک Bank of England روز دوشنبه نرخ بهره را افزایش داد."),
        Of("fi", "Englannin pankki", "Bank of England nosti korkoja maanantaina, ja the price of oil nousi."),
        Of("fr", "La banque d'Angleterre", "La Bank of England a relevé les taux lundi, et the who chante."),
        Of("ga", "Banc Shasana", "D'ardaigh an Bank of England na rátaí Dé Luain."),
        Of("gl", "O banco de Inglaterra", "O Bank of England subiu os tipos o luns."),
        Of("hi", "बैंक ऑफ इंग्लैंड", "Bank of England ने सोमवार को दरें बढ़ाईं।"),
        Of("hu", "Az angol bank", "A Bank of England hétfőn kamatot emelt, a storm pedig elmúlt."),
        Of("hy", "Անգլիայի բանկ", "Bank of England-ը երկուշաբթի բարձրացրեց տոկոսները:"),
        Of("id", "Bank Inggris", "Bank of England menaikkan suku bunga pada hari Senin."),
        Of("it", "La banca d'Inghilterra", "La Bank of England ha alzato i tassi lunedì, in the storm."),
        Of("ja", "イングランド銀行", "イングランド銀行 Bank of England は月曜日に金利を上げた。"),
        Of("ko", "영란은행", "영란은행 Bank of England 은 월요일 금리를 올렸다."),
        Of("lv", "Anglijas banka", "Bank of England pirmdien paaugstināja likmes."),
        Of("nl", "De bank van Engeland", "De Bank of England verhoogde maandag de rente, of the storm nu kwam."),
        Of("no", "Den engelske banken", "Bank of England hevet renten mandag, og the price of oil steg."),
        Of("pt", "O banco da Inglaterra", "O Bank of England subiu os juros na segunda-feira."),
        Of("ro", "Banca Angliei", "Bank of England a majorat luni dobânzile."),
        Of("ru", "Банк Англии", "Банк Bank of England в понедельник повысил ставки."),
        Of("sv", "Englands bank", "Bank of England höjde räntan på måndagen, och the storm kom."),
        Of("tr", "İngiltere bankası", "Bank of England pazartesi günü faizleri artırdı."),
        Of("zh", "英格兰银行", "英格兰银行 Bank of England 星期一提高了利率。"),
    ];

    /// <summary>One of a language that nothing is known of, and one in a language without an analyzer.</summary>
    public static IReadOnlyList<Article> OfUnknownLanguage { get; } =
    [
        Of(null, "Bank of England", "The price of oil and the storm on the coast of Florida; to be or not to be in the bank."),
        Of("sw", "Benki ya England", "Bank of England, the storm."),
    ];

    private static Article Of(string? language, string headline, string body) =>
        new()
        {
            Id = $"foreign-{language ?? "unknown"}",
            Headline = headline,
            Body = body,
            Language = language,
            Source = "The Courier",
            Entities = Entities
        };
}

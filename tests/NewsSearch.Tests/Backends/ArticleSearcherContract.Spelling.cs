using NewsIndex.Articles;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Backends;

/// <content>Words as people write them: the spellings that find one another, and those that do not.</content>
public abstract partial class ArticleSearcherContract
{
    [Theory]
    // Apostrophes of every kind are one, in both fields.
    [InlineData("en", "Mr O\u2019Brien sang", "O'Brien", "O\u2019Brien")]
    [InlineData("en", "Mr O'Brien sang", "O\u2019Brien", "O'Brien")]
    [InlineData("en", "Mr O\u02BCBrien sang", "o'brien", "O\u02BCBrien")]
    [InlineData("en", "Mr O\uFF07Brien sang", "O'Brien", "O\uFF07Brien")]
    [InlineData("en", "Mr O\u2018Brien sang", "O'Brien", "O\u2018Brien")]
    [InlineData("en", "Mr O\u2032Brien sang", "O'Brien", "O\u2032Brien")]
    [InlineData("en", "Mr O`Brien sang", "O'Brien", "O`Brien")]
    [InlineData("en", "Mr O\u00B4Brien sang", "O\u00B4Brien", "O\u00B4Brien")]
    [InlineData("en", "can\u2019t stop", "exact:\"can't\"", "can\u2019t")]
    [InlineData("en", "can\u2019t stop", "exact:\"can\u2019t\"", "can\u2019t")]
    [InlineData("en", "can\u2019t stop", "can't", "can\u2019t")]
    [InlineData("en", "can\u2019t stop", "\"can't stop\"", "can\u2019t|stop")]
    [InlineData("en", "Macy\u2019s opens", "macy", "Macy\u2019s")]
    [InlineData("en", "it\u2019s over", "it?s", "it\u2019s")]
    [InlineData("en", "it's over", "it\u2019*", "it's")]
    [InlineData("fr", "l\u2019avion part", "avion", "l\u2019avion")]
    [InlineData(null, "Hawai\u02BBi votes", "Hawai'i", "Hawai\u02BBi")]
    [InlineData("en", "he stood 5\u203210 tall", "510", "")]
    // Soft hyphens and what else nobody sees.
    [InlineData("en", "the parlia\u00ADmentary com\u00ADmit\u00ADtee", "\"parliamentary committee\"",
        "parlia\u00ADmentary|com\u00ADmit\u00ADtee")]
    [InlineData("en", "the parlia\u00ADmentary com\u00ADmittee", "exact:committee", "com\u00ADmittee")]
    [InlineData("en", "the parlia\u00ADmentary vote", "parliam*", "parlia\u00ADmentary")]
    [InlineData("en", "the govern\u200Bment fell", "governments", "govern\u200Bment")]
    [InlineData("en", "the govern\u2060ment fell", "government", "govern\u2060ment")]
    [InlineData("en", "the govern\uFEFFment fell", "government", "govern\uFEFFment")]
    [InlineData("en", "the govern\u200Dment fell", "government", "govern\u200Dment")]
    [InlineData("en", "the government fell", "govern\u00ADment", "government")]
    [InlineData("en", "a co\u00ADoperation", "co-operation", "co\u00ADoperation")]
    [InlineData("de", "der Unter\u00ADnehmer\u00ADkredit", "Unternehmerkredit", "Unter\u00ADnehmer\u00ADkredit")]
    [InlineData(null, "der Kredit\u200Brahmen", "Kreditrahmen", "Kredit\u200Brahmen")]
    // Normal forms.
    [InlineData("en", "a cafe\u0301 here", "café", "cafe\u0301")]
    [InlineData("en", "a café here", "cafe\u0301", "café")]
    [InlineData("en", "a cafe\u0301 here", "exact:café", "cafe\u0301")]
    [InlineData("en", "a cafe\u0301 here", "caf?*", "cafe\u0301")]
    [InlineData("en", "a café here", "cafe\u0301*", "café")]
    [InlineData("en", "a café here", "/cafe\u0301/", "café")]
    [InlineData("en", "\uFF2E\uFF21\uFF34\uFF2F met", "NATO", "\uFF2E\uFF21\uFF34\uFF2F")]
    [InlineData("en", "\uFF2E\uFF21\uFF34\uFF2F met", "exact:NATO", "\uFF2E\uFF21\uFF34\uFF2F")]
    [InlineData("en", "NATO met", "\uFF2E\uFF21\uFF34\uFF2F", "NATO")]
    [InlineData("en", "\uFB01nance and o\uFB03ces", "finance office", "\uFB01nance|o\uFB03ces")]
    [InlineData("en", "the \U0001D40D\U0001D412\U0001D400 heard", "NSA", "\U0001D40D\U0001D412\U0001D400")]
    [InlineData("en", "clean H\u2082O here", "H2O", "H\u2082O")]
    [InlineData("en", "an area of 5 km\u00B2", "km2", "km\u00B2")]
    [InlineData("en", "as he said\u00B2 once", "said", "said")]
    [InlineData("en", "some 10\u00B2 of them", "102", "")]
    [InlineData("en", "some 2\u00BD of them", "212", "")]
    [InlineData("en", "an iPhone\u2122 sold", "iphone", "iPhone")]
    [InlineData("en", "a co\u2011operation", "co-operation", "co\u2011operation")]
    [InlineData("en", "the covid\u201319 ward", "covid-19", "covid\u201319")]
    // Accents do not matter on stems, and do in exact.
    [InlineData("en", "in São Paulo", "Sao Paulo", "São|Paulo")]
    [InlineData("en", "in Sao Paulo", "São Paulo", "Sao|Paulo")]
    [InlineData("en", "in Sa\u0303o Paulo", "\"sao paulo\"", "Sa\u0303o|Paulo")]
    [InlineData("en", "in São Paulo", "exact:\"São\"", "São")]
    [InlineData("en", "in Sa\u0303o Paulo", "exact:\"São\"", "Sa\u0303o")]
    [InlineData("en", "in Sao Paulo", "exact:\"São\"", "")]
    [InlineData("en", "in São Paulo", "exact:\"Sao\"", "")]
    [InlineData("en", "Erdoğan spoke", "Erdogan", "Erdoğan")]
    [InlineData("en", "Beyoncé's song", "beyonce", "Beyoncé's")]
    [InlineData("en", "two cafés", "cafe", "cafés")]
    [InlineData("en", "naïvely", "naive", "naïvely")]
    [InlineData("en", "Ørsted builds", "Orsted", "Ørsted")]
    [InlineData("en", "Ørsted builds", "Oersted", "Ørsted")]
    [InlineData("en", "in Łódź", "Lodz", "Łódź")]
    [InlineData("en", "the façades", "facade", "façades")]
    [InlineData("en", "an Æsir tale", "aesir", "Æsir")]
    [InlineData("en", "in the Straße", "strasse", "Straße")]
    [InlineData("en", "in the Strasse", "Straße", "Strasse")]
    [InlineData("en", "Þórr in Reykjavík", "thorr reykjavik", "Þórr|Reykjavík")]
    [InlineData("en", "Franjo Tuđman", "tudman", "Tuđman")]
    [InlineData("en", "the hors d'œuvre", "d'oeuvre", "d'œuvre")]
    [InlineData("en", "Mr Müller spoke", "Muller", "Müller")]
    [InlineData("en", "Mr Müller spoke", "Mueller", "Müller")]
    [InlineData("en", "Mr Mueller spoke", "Müller", "Mueller")]
    [InlineData("de", "Herr Müller sprach", "Mueller", "Müller")]
    [InlineData("de", "Herr Mueller sprach", "Muller", "Mueller")]
    [InlineData("sv", "i Malmö idag", "Malmo", "Malmö")]
    [InlineData("da", "Ørsted bygger", "Oersted", "Ørsted")]
    [InlineData("fr", "les élections", "election", "élections")]
    [InlineData("pt", "as eleições", "eleicoes", "eleições")]
    [InlineData("cs", "volební místnosti", "mistnosti", "místnosti")]
    [InlineData("hu", "a választások", "valasztasok", "választások")]
    [InlineData("ro", "alegerile președintelui", "presedintelui", "președintelui")]
    [InlineData("ru", "новый самолёт", "самолет", "самолёт")]
    [InlineData("ru", "новый самолет", "самолёт", "самолет")]
    [InlineData("ru", "мой дом", "мои", "")]
    [InlineData("pl", "w Łodzi", "lodzi", "Łodzi")]
    [InlineData("en", "\u0130stanbul votes", "istanbul", "\u0130stanbul")]
    [InlineData("en", "\u0130stanbul votes", "ISTANBUL", "\u0130stanbul")]
    [InlineData("en", "Istanbul votes", "\u0130stanbul", "Istanbul")]
    [InlineData("en", "I\u0307stanbul votes", "\u0130stanbul", "I\u0307stanbul")]
    [InlineData("en", "\u0130stanbul votes", "exact:\u0130stanbul", "\u0130stanbul")]
    [InlineData("en", "\u0130stanbul votes", "exact:Istanbul", "")]
    [InlineData("en", "\u0130stanbul votes", "ista*", "\u0130stanbul")]
    [InlineData("tr", "\u0130stanbul'da seçim", "istanbul", "\u0130stanbul'da")]
    [InlineData("tr", "Diyarbakır'da", "diyarbakir", "Diyarbakır'da")]
    [InlineData("el", "η Αθήνα ψηφίζει", "Αθηνα", "Αθήνα")]
    // Acronyms.
    [InlineData("en", "the U.S. trade deficit", "US trade deficit", "U.S|trade|deficit")]
    [InlineData("en", "the US trade deficit", "U.S. trade deficit", "US|trade|deficit")]
    [InlineData("en", "they told us of a trade deficit", "U.S. trade deficit", "")]
    [InlineData("en", "they told us", "us", "us")]
    [InlineData("en", "the U.K. votes", "uk", "U.K")]
    [InlineData("en", "the UK votes", "U.K.", "UK")]
    [InlineData("en", "N.A.T.O. met", "NATO", "N.A.T.O")]
    [InlineData("en", "Nato met", "N.A.T.O.", "Nato")]
    [InlineData("en", "The U.S.A. is wealthy", "USA", "U.S.A")]
    [InlineData("en", "the USA", "U.S.A.", "USA")]
    [InlineData("en", "an IT firm", "I.T.", "IT")]
    [InlineData("en", "it failed", "I.T.", "")]
    [InlineData("en", "the U.S. army", "exact:US", "")]
    [InlineData("en", "the U.S.-led war", "US-led", "U.S|led")]
    // Thousands.
    [InlineData("en", "some 10,000 came", "10000", "10,000")]
    [InlineData("en", "some 10000 came", "10,000", "10000")]
    [InlineData("en", "some 1,000,000 came", "1000000", "1,000,000")]
    [InlineData("en", "some 10,000 came", "exact:10000", "")]
    [InlineData("en", "a score of 1,2 points", "12", "")]
    [InlineData("en", "a time of 10.000 seconds", "10000", "")]
    [InlineData("en", "in 1,0000 ways", "10000", "")]
    [InlineData("de", "rund 10.000 kamen", "10000", "10.000")]
    [InlineData("de", "eine Quote von 10,000", "10000", "")]
    [InlineData("fr", "quelque 10\u202F000 personnes", "10000", "10\u202F000")]
    [InlineData("en", "the 10,000m race", "10000m", "10,000m")]
    // Joined and hyphened.
    [InlineData("en", "an e-mail address", "email", "e-mail")]
    [InlineData("en", "an email address", "e-mail", "email")]
    [InlineData("en", "an e mail address", "e-mail", "e|mail")]
    [InlineData("en", "send e-mails now", "email", "e-mails")]
    [InlineData("en", "an e-mail address", "\"email address\"", "e-mail|address")]
    [InlineData("en", "we send e-mail now", "\"send email\"", "send|e-mail")]
    [InlineData("en", "we send e-mail addresses", "\"send email addresses\"", "send|e-mail|addresses")]
    [InlineData("en", "an email address", "\"e-mail address\"", "email|address")]
    [InlineData("en", "an e-mail address", "email NEAR/1 address", "e-mail|address")]
    [InlineData("en", "an e-mail address", "ATLEAST/2 e-mail", "")]
    [InlineData("en", "an e-mail address", "ATLEAST/2 email", "")]
    [InlineData("en", "the covid19 ward", "covid-19", "covid19")]
    [InlineData("en", "the covid-19 ward", "covid19", "covid-19")]
    [InlineData("en", "their co-operation ended", "cooperation", "co-operation")]
    [InlineData("en", "the G-7 met", "G7", "G-7")]
    [InlineData("en", "the G7 met", "G-7", "G7")]
    [InlineData("en", "an anti-semitic slur", "antisemitic", "anti-semitic")]
    [InlineData("en", "the vice-president spoke", "\"vice president\"", "vice|president")]
    [InlineData("en", "the vice president spoke", "vice-president", "vice|president")]
    [InlineData("en", "the vice-president spoke", "vicepresident", "vice-president")]
    [InlineData("en", "his mother-in-law", "motherinlaw", "mother-in-law")]
    [InlineData("en", "it won 2-1 today", "21", "")]
    [InlineData("en", "an e-mail", "exact:email", "")]
    [InlineData("fa", "او می\u200Cخواهم", "می\u200Cخواهم", "می\u200Cخواهم")]
    // Scripts without spaces.
    [InlineData("th", "กรุงเทพมหานคร", "กรุงเทพ", "กรุงเทพ")]
    [InlineData("th", "กรุงเทพมหานคร", "กรุงเทพมหานคร", "กรุงเทพมหานคร")]
    [InlineData("th", "วันนี้ฝนตกหนัก", "ฝนตก", "ฝนตก")]
    [InlineData("th", "วันนี้ฝนตกหนัก", "ตกฝน", "")]
    [InlineData("th", "วันนี้ฝนตกหนัก", "exact:ฝนตก", "ฝ|น|ต|ก")]
    [InlineData("th", "กรุงเทพมหานคร", "กรุง*", "กรุงเทพมหานคร")]
    [InlineData("en", "the word กรุงเทพมหานคร is long", "กรุงเทพ", "กรุงเทพ")]
    [InlineData(null, "ນະຄອນຫຼວງວຽງຈັນ", "ວຽງຈັນ", "ວຽງຈັນ")]
    [InlineData("km", "រាជធានីភ្នំពេញ", "ភ្នំពេញ", "ភ្នំពេញ")]
    [InlineData("my", "ရန်ကုန်မြို့", "ရန်ကုန်", "ရန်ကုန်")]
    [InlineData("ja", "東京都の知事", "京", "京")]
    [InlineData("zh", "北京大学", "京", "京")]
    [InlineData("en", "the sign 京都 here", "京", "京")]
    [InlineData("en", "the sign 京都 here", "京都", "京都")]
    [InlineData("ja", "京都の寺", "京都", "京都")]
    [InlineData("ja", "東京都の知事", "都京", "")]
    [InlineData("ja", "コンピューター", "ｺﾝﾋﾟｭｰﾀ", "コンピュータ")]
    [InlineData("ko", "서울시 의회", "서울", "서울")]
    [InlineData("ko", "서울시 의회", "exact:서울시", "서울시")]
    public async Task Finds_a_word_in_the_spellings_that_people_use(string? language, string text, string typed, string marked)
    {
        await WriteAsync(
            new Article { Id = "headline", Headline = text, Body = "nothing.", Language = language },
            new Article { Id = "body", Headline = "nothing", Body = text, Language = language });
        await using var searcher = OpenSearcher();
        var hits = (await searcher.SearchAsync(Plan(typed) with { Detail = HitDetail.Matches }, CancellationToken.None)).Hits;
        Assert.Equal(marked.Length == 0 ? [] : ["body", "headline"], hits.Select(hit => hit.Id).Order());
        foreach (var hit in hits)
            Assert.Equal(marked, Marked(text, hit.Id == "body" ? hit.Matches!.Body : hit.Matches!.Headline));
    }

    [Theory]
    [InlineData("the US and the U.S. and us", "US", 3)]
    [InlineData("the US and the U.S. and us", "U.S.", 2)]
    [InlineData("an e-mail and an email and an e mail", "e-mail", 3)]
    [InlineData("an e-mail and an email and an e mail", "email", 2)]
    [InlineData("Müller, Mueller and Muller", "Müller", 3)]
    [InlineData("10,000 or 10000", "10000", 2)]
    [InlineData("covid-19-related", "covid19", 1)]
    public async Task Counts_a_word_once_however_many_spellings_it_has(string text, string typed, int times)
    {
        await WriteAsync(Body("1", text));
        Assert.Equal(["1"], await IdsAsync($"ATLEAST/{times} {typed}"));
        Assert.Empty(await IdsAsync($"ATLEAST/{times + 1} {typed}"));
    }

    [Fact]
    public async Task Each_spelling_of_the_page_is_found()
    {
        var section = File.ReadAllText(Path.Combine(Repository.Root, "docs", "query-language.md")).Split("## Spellings")[1]
            .Split("\n## ")[0];
        var rows = section.Split('\n').Select(line => line.Split(" | ")).Where(cells => cells.Length == 3 && cells[1].StartsWith('`'))
            .ToList();
        Assert.True(rows.Count >= 12);
        foreach (var (typed,
            others) in rows.Select(cells =>
            (cells[1].Trim('`'), System.Text.RegularExpressions.Regex.Unescape(cells[2].Trim(' ', '|')).Split(", "))))
        {
            await WriteAsync(
                [.. others.Select((text, i) => new Article { Id = typed + i, Body = text + " " + typed.Length, Language = "en" })]);
            Assert.Equal(others.Select((_, i) => typed + i).Order(), (await IdsAsync(typed)).Order());
        }
    }

    private static string Marked(string text, IEnumerable<TextRange> ranges)
    {
        var merged = new List<TextRange>();
        foreach (var range in ranges.OrderBy(range => range.Start).ThenByDescending(range => range.End))
        {
            if (merged.Count > 0 && range.Start < merged[^1].End)
                merged[^1] = merged[^1] with { End = Math.Max(range.End, merged[^1].End) };
            else
                merged.Add(range);
        }

        return string.Join('|', merged.Select(range => text[range.Start..range.End]));
    }
}

using System.Collections.Frozen;

namespace Indexer.Languages;

/// <summary>The small words that every text of a language is full of: they tell languages apart at a glance, in texts of some length.</summary>
internal static class FunctionWords
{
    private static readonly (string Language, string Words)[] Table =
    [
        ("en", "the of and to in that is was for on with as by at from it his be are this have has had were said not which but an they will their or who its been would also more about after he she we you than when there i can out up if into could other one all"),
        ("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei wenn ich wir"),
        ("fr", "de la le et les des en un du une est pour que dans qui par sur au plus pas avec ce il ne se son sa ont été aux cette mais ou sont comme ses d'un d'une n'est leur était entre elle deux nous vous ces c'est fait après je si même ans sans"),
        ("es", "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante uno ni contra otros fue ha ser son está han tras según años"),
        ("it", "di e il la che in a per un è del le della con si non una i da al dei nel alla sono più delle come anche ha gli lo ma dal degli ci ed o se nella suo dalla sul loro questo ai tra stato essere su hanno anni era cui stata due dopo quando sua"),
        ("pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse são foram anos"),
        ("nl", "de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij hij nog uit ze door over was naar heeft worden werd zich of meer wordt hebben tot ik had zou wel kan geen al deze we na dit jaar tegen onder moet"),
        ("sv", "och i att det som en på är av för med den till inte om har de ett han men var jag vi sig från så hon kan när nu under efter vid ska man också eller skulle där blir mot varit sin än mycket har där hade säger alla andra detta"),
        ("da", "og i at det er en til af på for med der ikke den de som har et om han var vi sig men jeg fra så kan ved hun skal være nu efter siger også blev været mod over havde når eller hvor ud sin blevet bliver kunne hvis mere år to"),
        ("no", "og i det er en til på for av at som med ikke den har de om han et var fra men jeg vi så kan seg sier etter ved skal hun nå også ble være eller hva når mot opp blir hadde over ut sin hvor dette bare vært etter noe andre"),
        ("fi", "ja on ei että se oli hän mutta ovat kun myös joka tai jos niin hänen sen mukaan kuin nyt vain ole vielä voi tämä jo sitä ollut olivat mitä jotka sanoo kertoo joka sekä kanssa ennen jälkeen hyvin tässä siitä he me olla noin eivät viime vuoden vuotta aikana uusi kaksi"),
        ("pl", "w i na z się że do nie to jest o jak od po za a ale przez co dla był oraz być są tym tego ze które który jego już także może przed tak było ich tylko jej pod będzie czy został latach roku gdy również podczas nad"),
        ("cs", "a v se na je že s o z do to i za pro by jsem si ale jeho jako po k jsou ve jak tak který které od podle byl která až při bude není také už než jen kdy let bylo však aby roce mezi protože jejich před má ze ho"),
        ("sk", "a v sa na je že s o z do to i za pre by som si ale jeho ako po k sú vo tak ktorý ktoré od podľa bol ktorá až pri bude nie aj už než len keď rokov bolo však aby roku medzi pretože ich pred má zo ho"),
        ("hu", "a az és hogy nem is egy ez de meg csak van volt már mint el még ki azt szerint lesz vagy kell után minden sem lehet ha első nagyon ezt között pedig majd amely két ami most az volna ő így több be"),
        ("ro", "de și în a la cu că pe nu este o un din care mai pentru s-a au fost sunt ce să ca se lui al dar le după prin ar fi fi ale sau am fie ei ani unui când foarte acest această fost între"),
        ("tr", "ve bir bu da de için ile olarak çok daha olan o ne gibi kadar sonra en ya ancak var ise değil göre ki her iki olduğu olduğunu tarafından dedi diye yeni ilk şu ama hem mi oldu büyük karşı"),
        ("id", "yang dan di dengan untuk dari pada ini tidak itu dalam adalah akan juga ke oleh para sebagai telah dapat mereka ia bisa kata ada karena sudah tersebut saat lebih atau kami menjadi tahun kepada tak belum"),
        ("ca", "de la i el a que en les els per un amb del al no una es ha com més dels seu pel aquest són però ser han entre també aquesta o ja sobre anys va fins seva molt hi ho sense quan"),
        ("hr", "je u i na se za da su od s o a će ne to kako što koji iz kao ali bi nije koje bio samo po koja više biti sve još ili do nakon godine prema može prije kada bez ima zbog"),
        ("ru", "в и на не что с по как из за к от для это его о он а но был до было был уже все так также при или после она во чтобы года только году их бы сообщил если мы ее которые время был которых лет который может над со"),
        ("uk", "в і на не що з у до та за як для від про це його о він але був його було вже все так також при або після вона щоб року які який їх якщо ми її час років може над із є буде"),
        ("bg", "на и в за да се от е с не че по са до като си но има този това ще при след които който той беше към или бъде през както само ни още между които му може без във"),
        ("el", "και το του η της να των για την ο με στο τον που τα από θα στην είναι οι ότι στη τη δεν σε μας τους ένα αλλά ως κατά μια μετά έχει πως"),
        ("ar", "في من على أن إلى التي عن مع هذا الذي ما لا كان بعد هذه قال أو بين خلال كما قد لم وقال إن ذلك كانت حيث عام هو و عند وفي يوم غير ولا"),
        ("fa", "و در به از که این را با است برای آن یک خود تا بر هم نیز شده شد می بود کرد ها او ما های کند هر اما گفت باشد دو شود"),
        ("hi", "के में की है और से का को ने पर कि हैं यह भी एक था नहीं लिए इस तो कर ही गया जो हो साथ अपने बाद कहा रहे वह थे तक"),
    ];

    private static readonly FrozenDictionary<string, string[]> ByWord = Table
        .SelectMany(row => row.Words.Split(' ').Distinct().Select(word => (word, row.Language)))
        .GroupBy(pair => pair.word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Language).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>Letters of the longest word.</summary>
    public static int Longest { get; } = ByWord.Keys.Max(word => word.Length);

    /// <summary>The languages that have a word among their small ones; none for most words. In lower case.</summary>
    public static IReadOnlyList<string> LanguagesOf(string word) => ByWord.TryGetValue(word, out var languages) ? languages : [];
}

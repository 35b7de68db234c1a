using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

public sealed class MentionResolverTests
{
    private static readonly MentionResolver Resolver = new(AliasTable.Shipped, Institutions.Shipped);

    [Theory]
    [InlineData(EntityType.Person, "President Donald J. Trump", "donald trump")]
    [InlineData(EntityType.Person, "Kim Jong-un", "kim jong un")]
    [InlineData(EntityType.Person, "Sen. Robert Dole Jr.", "robert dole")]
    [InlineData(EntityType.Person, "Merkel's", "merkel")]
    [InlineData(EntityType.Person, "A. Merkel", "a merkel")]
    [InlineData(EntityType.Person, "Mr.", "mr")]
    [InlineData(EntityType.Person, "Louis VIII, Landgrave of Hesse-Darmstadt", "louis viii")]
    [InlineData(EntityType.Person, "BUSH, GEORGE W.", "george bush")]
    [InlineData(EntityType.Person, "bush, george w.", "george bush")]
    [InlineData(EntityType.Person, "Smith, John", "john smith")]
    [InlineData(EntityType.Person, "Smith, J.", "j smith")]
    [InlineData(EntityType.Person, "Rowling, J. K.", "jk rowling")]
    [InlineData(EntityType.Person, "Smith, Dr. John", "john smith")]
    [InlineData(EntityType.Person, "Johnson, Don", "don johnson")]
    [InlineData(EntityType.Person, "Bush, George W. (George Walker), 1946-", "george bush")]
    [InlineData(EntityType.Person, "King, Martin Luther, Jr., 1929-1968", "martin luther king")]
    [InlineData(EntityType.Person, "Kennedy Jr., John F.", "john kennedy")]
    [InlineData(EntityType.Person, "Kennedy, John F., Jr.", "john kennedy")]
    [InlineData(EntityType.Person, "Gaulle, Charles de", "charles de gaulle")]
    [InlineData(EntityType.Person, "Leyen, Ursula von der", "ursula von der leyen")]
    [InlineData(EntityType.Person, "von der Leyen, Ursula", "ursula von der leyen")]
    [InlineData(EntityType.Person, "García Márquez, Gabriel", "gabriel garcia marquez")]
    [InlineData(EntityType.Person, "Thomas Aquinas, Saint", "thomas aquinas")]
    [InlineData(EntityType.Person, "O’Connor, Sinéad", "sinead oconnor")]
    [InlineData(EntityType.Person, "Smith, Jr.", "smith")]
    [InlineData(EntityType.Person, "John Smith, III", "john smith")]
    [InlineData(EntityType.Person, "John Smith, Jr.", "john smith")]
    [InlineData(EntityType.Person, "John Smith, M.D.", "john smith")]
    [InlineData(EntityType.Person, "John Smith, Chairman", "john smith")]
    [InlineData(EntityType.Person, "John Smith, Managing Director", "john smith")]
    [InlineData(EntityType.Person, "Charles, Prince of Wales", "charles")]
    [InlineData(EntityType.Person, "Diana, Princess", "diana")]
    [InlineData(EntityType.Person, "Smith, John and Doe, Jane", "smith")]
    [InlineData(EntityType.Person, "Smith, John, Doe, Jane", "smith")]
    [InlineData(EntityType.Person, "J. K. Rowling", "jk rowling")]
    [InlineData(EntityType.Person, "J.K. Rowling", "jk rowling")]
    [InlineData(EntityType.Person, "J K Rowling", "jk rowling")]
    [InlineData(EntityType.Person, "JK Rowling", "jk rowling")]
    [InlineData(EntityType.Person, "A. P. J. Abdul Kalam", "apj abdul kalam")]
    [InlineData(EntityType.Person, "APJ Abdul Kalam", "apj abdul kalam")]
    [InlineData(EntityType.Person, "J. D. Vance", "jd vance")]
    [InlineData(EntityType.Person, "J. D. Q. Vance", "jdq vance")]
    [InlineData(EntityType.Person, "M. K. Gandhi", "mk gandhi")]
    [InlineData(EntityType.Person, "M. Macron", "macron")]
    [InlineData(EntityType.Person, "John Q. R. Public", "john public")]
    [InlineData(EntityType.Person, "al-Assad", "assad")]
    [InlineData(EntityType.Person, "Al-Sadr", "sadr")]
    [InlineData(EntityType.Person, "AL-ASSAD", "assad")]
    [InlineData(EntityType.Person, "as-Sadr", "sadr")]
    [InlineData(EntityType.Person, "al Assad", "assad")]
    [InlineData(EntityType.Person, "Bashar al-Assad", "bashar assad")]
    [InlineData(EntityType.Person, "Bashar al Assad", "bashar assad")]
    [InlineData(EntityType.Person, "Khalid Al Falih", "khalid falih")]
    [InlineData(EntityType.Person, "Abdel Fattah el-Sisi", "abdel fattah sisi")]
    [InlineData(EntityType.Person, "Ayman al‑Zawahiri", "ayman zawahiri")]
    [InlineData(EntityType.Person, "Al Gore", "al gore")]
    [InlineData(EntityType.Person, "al gore", "al gore")]
    [InlineData(EntityType.Person, "Vice-President Al Gore", "al gore")]
    [InlineData(EntityType.Person, "Senator Al D'Amato", "al damato")]
    [InlineData(EntityType.Person, "An-Ling Chen", "an ling chen")]
    [InlineData(EntityType.Person, "David Ben-Gurion", "david ben gurion")]
    [InlineData(EntityType.Person, "Jean-Luc Godard", "jean luc godard")]
    [InlineData(EntityType.Person, "Conan O’Brien", "conan obrien")]
    [InlineData(EntityType.Person, "Ronald Mc Donald", "ronald mcdonald")]
    [InlineData(EntityType.Person, "William \"Bill\" Clinton", "william clinton")]
    [InlineData(EntityType.Person, "William (Bill) Clinton", "william clinton")]
    [InlineData(EntityType.Organization, "Acme, Inc.", "acme")]
    [InlineData(EntityType.Organization, "Lehman Brothers, Inc.", "lehman brothers")]
    [InlineData(EntityType.Organization, "Kidder, Peabody and Co", "kidder peabody")]
    [InlineData(EntityType.Organization, "Skadden, Arps", "skadden arps")]
    [InlineData(EntityType.Organization, "J. P. Morgan", "jp morgan")]
    [InlineData(EntityType.Organization, "J.P. Morgan & Co.", "jp morgan")]
    [InlineData(EntityType.Organization, "W H Smith PLC", "wh smith")]
    [InlineData(EntityType.Organization, "MARKS AND SPENCER PLC", "marks and spencer")]
    [InlineData(EntityType.Organization, "Marks & Spencer", "marks and spencer")]
    [InlineData(EntityType.Organization, "M&S", "m and s")]
    [InlineData(EntityType.Place, "U. S. A.", "usa")]
    [InlineData(EntityType.Place, "Washington, D. C.", "washington dc")]
    [InlineData(EntityType.Organization, "The Acme Company, Inc.", "acme")]
    [InlineData(EntityType.Organization, "AT&T", "at and t")]
    [InlineData(EntityType.Organization, "Company", "company")]
    [InlineData(EntityType.Organization, "U.N.", "un")]
    [InlineData(EntityType.Place, "the Netherlands", "netherlands")]
    [InlineData(EntityType.Place, "São Paulo", "sao paulo")]
    public void A_name_has_one_form(EntityType type, string name, string key) => Assert.Equal(key, NameKey.Of(name, type));

    [Theory]
    [InlineData("p:Donald Trump p:Trump", "Q22686 Q22686")]
    [InlineData("p:Melania Trump p:Trump", "Q432473 Q432473")]
    [InlineData("p:Kim Jong Un p:Kim", "Q56226 Q56226")]
    [InlineData("p:Smith p:Jane Smith", "person:jane smith person:jane smith")]
    [InlineData("p:John Smith p:Jane Smith p:Smith", "person:john smith person:jane smith person:jane smith")]
    [InlineData("p:Smith", "person:~smith")]
    [InlineData("p:Mary Ann Jones p:Mary Jones", "person:mary ann jones person:mary ann jones")]
    [InlineData("p:Louis IX p:Louis VIII p:Louis", "person:louis ix person:louis viii person:louis ix")]
    [InlineData("p:Jan van Riel p:Van Riel", "person:jan van riel person:jan van riel")]
    [InlineData("p:Jan van Riel p:Piet van Riel p:Van Riel", "person:jan van riel person:piet van riel person:van riel")]
    [InlineData("p:Grant McLennan p:G. W. McLennan", "person:grant mclennan person:grant mclennan")]
    [InlineData("p:Grant McLennan p:G.W. McLennan", "person:grant mclennan person:grant mclennan")]
    [InlineData("p:Grant McLennan p:H. W. McLennan", "person:grant mclennan person:hw mclennan")]
    [InlineData("p:J. K. Rowling p:Rowling p:JK Rowling", "person:jk rowling person:jk rowling person:jk rowling")]
    [InlineData("p:Jane Smith p:Smith, Jane p:Smith", "person:jane smith person:jane smith person:jane smith")]
    [InlineData("p:Rami al-Haddad p:al-Haddad p:Haddad", "person:rami haddad person:rami haddad person:rami haddad")]
    [InlineData("o:Marlow & Green o:M&G", "organization:marlow and green organization:marlow and green")]
    [InlineData("o:M&S", "organization:marks and spencer")]
    [InlineData("o:M&G o:Marlow and Green PLC", "organization:marlow and green organization:marlow and green")]
    [InlineData("p:Grant McLennan p:Gus McLennan p:G. McLennan", "person:grant mclennan person:gus mclennan person:g mclennan")]
    [InlineData("p:Sheikh Mohammad Anwar p:SM Anwar", "person:mohammad anwar person:mohammad anwar")]
    [InlineData("p:Sheikh Mohammad Anwar p:AB Anwar", "person:mohammad anwar person:ab anwar")]
    [InlineData("p:Bill Brantley p:William Brantley", "person:william brantley person:william brantley")]
    [InlineData("p:Bill Brantley p:William Roe", "person:bill brantley person:william roe")]
    [InlineData("p:Pat Roe p:Patrick Roe p:Patricia Roe", "person:pat roe person:patrick roe person:patricia roe")]
    [InlineData("o:Northern Ports Authority o:NPA", "organization:northern ports authority organization:northern ports authority")]
    [InlineData("o:NPA", "organization:npa")]
    [InlineData("o:Polaris Energy o:Polaris", "organization:polaris energy organization:polaris energy")]
    [InlineData(
        "o:Polaris Energy o:Polaris Shipping o:Polaris",
        "organization:polaris energy organization:polaris shipping organization:polaris")]
    [InlineData("l:Britain l:U.K.", "Q145 Q145")]
    [InlineData("l:Russian", "Q159")]
    [InlineData("o:Bank of Japan l:Japan", "Q662 Q17")]
    [InlineData("l:Mandan, North Dakota l:Mandan", "place:mandan north dakota place:mandan north dakota")]
    [InlineData("p:George W. Bush p:George H. W. Bush p:President George H.W. Bush", "Q207 Q23505 Q23505")]
    [InlineData("p:Kidder Peabody", "organization:kidder peabody")]
    public void Names_of_an_article_are_led_back_to_entities(string names, string ids)
    {
        var mentions = System.Text.RegularExpressions.Regex.Matches(names, "([pol]):(.*?)(?= [pol]:|$)").Select(match => new Mention(
            match.Groups[1].Value switch { "p" => EntityType.Person, "o" => EntityType.Organization, _ => EntityType.Place },
            match.Groups[2].Value, MentionZone.Body, match.Index, match.Index + 1)).ToList();
        var found = string.Join('|', Resolver.Resolve(mentions, []).Select(reference => reference.Id));
        Assert.Equal(
            ids.Replace("Q662", AliasTable.Shipped.Find(EntityType.Organization, "bank of japan")[0].Id, StringComparison.Ordinal)
                .Replace(" Q", "|Q", StringComparison.Ordinal)
                .Replace(" person:", "|person:", StringComparison.Ordinal)
                .Replace(" organization:", "|organization:", StringComparison.Ordinal)
                .Replace(" place:", "|place:", StringComparison.Ordinal),
            found);
    }

    [Theory]
    [InlineData("{l:Japan}'s {o:Finance Ministry} said", "Q17|organization:finance ministry of japan")]
    [InlineData(
        "the {o:Ministry of Finance} of {l:Japan}, and the {l:Brazilian} {o:Finance Ministry}",
        "organization:finance ministry of japan|Q17|Q155|organization:finance ministry of brazil")]
    [InlineData(
        "{l:TOKYO}, March 3 - The {o:Finance Ministry} told {l:U.S.} envoys", "place:tokyo|organization:finance ministry of japan|Q30")]
    [InlineData(
        "The {o:Treasury} said {l:Americans} owe it to the {l:U.S.}", "organization:united states department of the treasury|Q30|Q30")]
    [InlineData("The {o:Treasury} said {l:Italy} and {l:Britain} agreed", "organization:~treasury|Q38|Q145")]
    [InlineData("{o:British Treasury} and {l:Italy}: the {o:Treasury} said", "organization:hm treasury|Q38|organization:hm treasury")]
    [InlineData(
        "{o:U.S. Treasury}, {l:Italy}'s {o:Treasury}, and then the {o:Treasury}",
        "organization:united states department of the treasury|Q38|organization:treasury of italy|organization:treasury of italy")]
    [InlineData(
        "{o:California Supreme Court} in {l:Canada}: the {o:Supreme Court}",
        "organization:california supreme court|Q16|organization:california supreme court")]
    [InlineData("The {o:Senate} met", "organization:~senate")]
    [InlineData("The {o:Senate} met in {l:Washington}", "Q66096|Q61")]
    [InlineData(
        "The {o:European Commission} met; the {o:Commission} said",
        "organization:european commission|organization:european commission")]
    [InlineData("The {o:Commission} said so of {l:Japan}", "organization:~commission|Q17")]
    [InlineData(
        "{l:Japan}'s {o:Finance Ministry}, or {o:FM}",
        "Q17|organization:finance ministry of japan|organization:finance ministry of japan")]
    [InlineData("The {o:Finance Ministry}, or {o:FM}", "organization:~finance ministry|organization:~finance ministry")]
    [InlineData("{o:Bank of Japan} in {l:Tokyo}", "organization:bank of japan|place:tokyo")]
    public void An_institution_that_every_country_has_is_that_of_the_country_that_the_article_says(string text, string ids)
    {
        var plain = new System.Text.StringBuilder();
        var mentions = new List<Mention>();
        foreach (var part in text.Split('{', '}'))
        {
            if (part is ['l' or 'o', ':', ..])
                mentions.Add(
                    new Mention(
                        part[0] == 'l' ? EntityType.Place : EntityType.Organization, part[2..], MentionZone.Body, plain.Length,
                        plain.Length + part.Length - 2));
            plain.Append(part is ['l' or 'o', ':', ..] ? part[2..] : part);
        }

        Assert.Equal(ids, string.Join('|', Resolver.Resolve(mentions, []).Select(reference => reference.Id)));
    }

    [Theory]
    [InlineData("organization:finance ministry of japan", "Japan's Finance Ministry")]
    [InlineData("organization:senate of philippines", "Philippines' Senate")]
    [InlineData("organization:treasury of mars", null)]
    [InlineData("organization:european commission", null)]
    public void An_institution_is_called_by_its_country(string id, string? name) =>
        Assert.Equal(name, Institutions.Shipped.OfEntity(id) is { } its ? its.Called(its.Institution) : null);

    [Fact]
    public void Names_of_institutions_are_sorted_and_lead_to_a_first_name()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "src", "NewsIndex", "Entities", "institutions.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToList();
        Assert.All(lines, line => Assert.Equal(3, line.Length));
        Assert.All(lines, line => Assert.Contains(line[1], (string[])["institution", "noun"]));
        Assert.All(lines, line => Assert.Contains(lines, other => other[0] == line[2] && other[2] == line[2]));
        Assert.Equal(
            lines.OrderBy(line => line[1], StringComparer.Ordinal)
                .ThenBy(line => line[2], StringComparer.Ordinal)
                .ThenByDescending(line => line[0] == line[2])
                .ThenBy(line => line[0], StringComparer.Ordinal),
            lines);
    }

    [Fact]
    public void Entities_that_the_archive_gives_join_those_of_the_text()
    {
        var mentions = new[] { new Mention(EntityType.Person, "James Baker", MentionZone.Body, 0, 11) };
        var given = new[]
        {
            new NamedEntity("james-baker", EntityType.Person),
            new NamedEntity("baker", EntityType.Person),
            new NamedEntity("usa", EntityType.Place),
        };
        var references = Resolver.Resolve(mentions, given);
        Assert.Equal(references[0], references[1]);
        Assert.Equal(references[0], references[2]);
        Assert.Equal("Q30", references[3].Id);
    }

    [Fact]
    public void The_alias_table_is_sorted_and_says_where_each_fact_is_from()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "src", "NewsIndex", "Entities", "aliases.tsv")).Skip(1).ToList();
        Assert.All(lines, line => Assert.Equal(5, line.Split('\t').Length));
        Assert.Equal(lines.Count, lines.Distinct().Count());
        var ids = lines.ConvertAll(line => (line.Split('\t')[0], line.Split('\t')[3]));
        Assert.Equal(ids.OrderBy(id => id.Item1, StringComparer.Ordinal).ThenBy(id => id.Item2, StringComparer.Ordinal), ids);
        Assert.All(lines.GroupBy(line => line.Split('\t')[3]), entity => Assert.Single(entity, line => line.Split('\t')[2] == "name"));
    }
}

using System.Globalization;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Backends;

/// <content>Spellings of names: as archives give them, and as people ask for them.</content>
public abstract partial class ArticleSearcherContract
{
    /// <summary>Each article is given one name, and has its number in this list, from 1 on.</summary>
    private static readonly (string Name, EntityType Type)[] GivenNames =
    [
        ("CARVER, GEORGE W.", EntityType.Person),
        ("Roe, Jane", EntityType.Person),
        ("John Roe", EntityType.Person),
        ("J. K. Marlow", EntityType.Person),
        ("J.K. Marlow", EntityType.Person),
        ("JK Marlow", EntityType.Person),
        ("J. D. Marlow", EntityType.Person),
        ("Rami al-Haddad", EntityType.Person),
        ("Jo Nesbøe", EntityType.Person),
        ("Stanisława Wałka", EntityType.Person),
        ("Łowicz Dolny", EntityType.Place),
        ("MARLOW AND GREEN PLC", EntityType.Organization),
        ("Marlow & Green", EntityType.Organization),
        ("Acme Ports, Inc.", EntityType.Organization),
        ("J. P. Harker", EntityType.Organization),
        ("Robert Vane Jr.", EntityType.Person),
        ("Piet van der Berg", EntityType.Person),
        ("Conan O\u2019Harra", EntityType.Person),
        ("Ronald McTavish", EntityType.Person),
    ];

    [Theory]
    [InlineData("person:\"George W. Carver\"", "1")]
    [InlineData("person:\"Carver, George W.\"", "1")]
    [InlineData("person:\"carver, george\"", "1")]
    [InlineData("person:Carver", "1")]
    [InlineData("person:\"Jane Roe\"", "2")]
    [InlineData("person:\"Roe, Jane\"", "2")]
    [InlineData("person:\"Roe, John\"", "3")]
    [InlineData("person:Roe", "2,3")]
    [InlineData("person:\"J.K. Marlow\"", "4,5,6")]
    [InlineData("person:\"J. K. Marlow\"", "4,5,6")]
    [InlineData("person:\"JK Marlow\"", "4,5,6")]
    [InlineData("person:\"Marlow, J. K.\"", "4,5,6")]
    [InlineData("person:\"J D Marlow\"", "7")]
    [InlineData("person:Marlow", "4,5,6,7")]
    [InlineData("person:al-Haddad", "8")]
    [InlineData("person:Al-Haddad", "8")]
    [InlineData("person:el-Haddad", "8")]
    [InlineData("person:Haddad", "8")]
    [InlineData("person:\"Rami Haddad\"", "8")]
    [InlineData("person:\"Rami al Haddad\"", "8")]
    [InlineData("person:\"Jo Nesboe\"", "9")]
    [InlineData("person:Nesbøe", "9")]
    [InlineData("person:\"Stanislawa Walka\"", "10")]
    [InlineData("person:WAŁKA", "10")]
    [InlineData("place:\"Lowicz Dolny\"", "11")]
    [InlineData("org:\"Marlow and Green\"", "12,13")]
    [InlineData("org:\"Marlow & Green\"", "12,13")]
    [InlineData("org:\"Acme Ports\"", "14")]
    [InlineData("org:\"Acme Ports, Inc.\"", "14")]
    [InlineData("org:\"J.P. Harker\"", "15")]
    [InlineData("org:\"JP Harker & Co.\"", "15")]
    [InlineData("person:Vane", "16")]
    [InlineData("person:\"Vane, Robert, Jr.\"", "16")]
    [InlineData("person:\"van der Berg\"", "17")]
    [InlineData("person:Berg", "17")]
    [InlineData("person:\"van der Berg, Piet\"", "17")]
    [InlineData("person:\"Berg, Piet van der\"", "17")]
    [InlineData("person:\"O'Harra\"", "18")]
    [InlineData("person:\"Conan O\u02BCHarra\"", "18")]
    [InlineData("person:\"Mc Tavish\"", "19")]
    public async Task A_name_is_found_by_its_other_spellings(string typed, string ids)
    {
        await WriteGivenNamesAsync();
        Assert.Equal(ids,
            string.Join(',',
            (await SearchAsync(typed, pageSize: 100)).Hits.Select(hit => int.Parse(hit.Id, CultureInfo.InvariantCulture)).Order()));
    }

    [Theory]
    [InlineData("person:\"George W. Carver\"", "George W. Carver")]
    [InlineData("person:\"Jane Roe\"", "Jane Roe")]
    [InlineData("person:\"J D Marlow\"", "J. D. Marlow")]
    [InlineData("org:\"Marlow and Green\"", "Marlow & Green")]
    [InlineData("org:\"J.P. Harker\"", "J. P. Harker")]
    [InlineData("person:al-Haddad", "Rami al-Haddad")]
    public async Task An_entity_is_shown_as_somebody_writes_it(string typed, string name)
    {
        await WriteGivenNamesAsync();
        Assert.Equal(name, (await SearchAsync(typed)).Entities.Single().Entity?.Name);
    }

    [Theory]
    [InlineData("org:NPA", "1,2,3,4")]
    [InlineData("org:npa", "1,2,3,4")]
    [InlineData("org:\"Northern Ports Authority\"", "1,2")]
    [InlineData("org:\"National Press Association\"", "3")]
    public async Task Letters_that_stand_for_several_find_all_of_them(string typed, string ids)
    {
        await WriteAsync(
            Body("1", "x") with
            {
                Entities =
                [new("Northern Ports Authority", EntityType.Organization), new("NPA", EntityType.Organization)]
            },
            Body("2", "x") with
            {
                Entities =
                [new("NPA", EntityType.Organization), new("Northern Ports Authority", EntityType.Organization)]
            },
            Body("3", "x") with
            {
                Entities =
                [new("National Press Association", EntityType.Organization), new("NPA", EntityType.Organization)]
            },
            Body("4", "x") with { Entities = [new("NPA", EntityType.Organization)] });
        var page = await SearchAsync(typed);
        Assert.Equal(ids, string.Join(',', page.Hits.Select(hit => hit.Id).Order()));
        if (ids.Length > 3)
            Assert.Equal(["National Press Association", "Northern Ports Authority", "NPA"],
                page.Entities.Single().Candidates.Select(each => each.Name).Order());
    }

    private async Task WriteGivenNamesAsync() =>
        await WriteAsync(
            [.. GivenNames.Select((given, i) => Body($"{i + 1}", "x") with { Entities = [new NamedEntity(given.Name, given.Type)] })]);
}

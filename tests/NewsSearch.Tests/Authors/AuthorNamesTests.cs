using CsCheck;
using Indexer.Authors;

namespace NewsSearch.Tests.Authors;

public sealed class AuthorNamesTests
{
    [Theory]
    [InlineData("Runa Feld", "Runa Feld")]
    [InlineData("By Runa Feld", "Runa Feld")]
    [InlineData("By: Runa Feld", "Runa Feld")]
    [InlineData("Von Runa Feld und Nils Arden", "Runa Feld|Nils Arden")]
    [InlineData("Runa Feld, Nils Arden and Ida Holm", "Runa Feld|Nils Arden|Ida Holm")]
    [InlineData("Runa Feld; Nils Arden | Ida Holm", "Runa Feld|Nils Arden|Ida Holm")]
    [InlineData("RUNA FELD", "Runa Feld")]
    [InlineData("Written by Runa Feld", "Runa Feld")]
    [InlineData("Geschrieben von Runa Feld", "Runa Feld")]
    [InlineData("Runa Feld, Jr", "Runa Feld, Jr")]
    [InlineData("Runa Feld (dpa)", "Runa Feld")]
    [InlineData("Runa Feld - Elster Post", "Runa Feld")]
    [InlineData("Runa Feld am 3. Juli 2019", "Runa Feld")]
    [InlineData("Runa Feld @runafeld", "Runa Feld")]
    [InlineData("Runa Feld, 03.07.2019", "Runa Feld")]
    [InlineData("Runa Feld Staff Writer", "Runa Feld")]
    [InlineData("Wirtschaftsredakteurin Runa Feld", "Wirtschaftsredakteurin Runa Feld")]
    [InlineData("Wirtschafts-Redakteurin Runa Feld", "Runa Feld")]
    [InlineData("Staff Writer Runa Feld", "Runa Feld")]
    [InlineData("Dr. Runa Feld", "Dr. Runa Feld")]
    [InlineData("Ludwig van der Holm", "Ludwig van der Holm")]
    [InlineData("Runa Feld runa@post.example", "Runa Feld")]
    [InlineData("Holm Boats GmbH, Elster", "Holm Boats GmbH, Elster")]
    public void Finds_the_names_of_a_byline(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', AuthorNames.In([text])));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("Unknown")]
    [InlineData("Admin")]
    [InlineData("Facebook")]
    [InlineData("www.twitter.com")]
    [InlineData("Getty Images")]
    [InlineData("Bildergalerie")]
    [InlineData("Read more about the port")]
    [InlineData("3 Kommentare")]
    [InlineData("14:05 Uhr")]
    [InlineData("5 min")]
    [InlineData("Monday")]
    [InlineData("Nov. 3rd, 2019")]
    [InlineData("index.html")]
    [InlineData("https://post.example/runa")]
    [InlineData("{{author}}")]
    [InlineData("The mayor said that ferries stop")]
    [InlineData("What happened?")]
    [InlineData("Datenschutz und Impressum")]
    public void Finds_no_name_in_other_texts(string text) => Assert.Empty(AuthorNames.In([text]));

    [Fact]
    public void Gives_each_name_once_and_in_order() =>
        Assert.Equal(["Runa Feld", "Nils Arden"], AuthorNames.In(["Runa Feld", "By Nils Arden", "RUNA FELD"]));

    [Theory]
    [InlineData("By Runa Feld", "Runa Feld")]
    [InlineData("03.07.2019 by Runa Feld", "Runa Feld")]
    [InlineData("Posted on July 3, 2019 by Runa Feld", "Runa Feld")]
    [InlineData("Veröffentlicht von Runa Feld", "Runa Feld")]
    [InlineData("03.07.2019 - Runa Feld", "Runa Feld")]
    [InlineData("by the harbour", "")]
    [InlineData("Stand by Runa", "")]
    [InlineData("Runa Feld", "")]
    public void Reads_a_byline_in_a_line_of_its_own(string line, string expected) => Assert.Equal(expected, AuthorNames.InByline(line));

    [Theory]
    [InlineData("Reuters", true)]
    [InlineData("dpa/lno", true)]
    [InlineData("Sports staff", true)]
    [InlineData("Redaktion Elster", true)]
    [InlineData("Press Release", true)]
    [InlineData("Post Team", true)]
    [InlineData("post.example.com", true)]
    [InlineData("Hafenverein Elster e.V.", true)]
    [InlineData("Holm Boats GmbH", true)]
    [InlineData("siteadmin", true)]
    [InlineData("Runa Feld", false)]
    [InlineData("Steam Holm", false)]
    public void Knows_newsrooms_agencies_and_firms(string name, bool expected) => Assert.Equal(expected, AuthorNames.IsNobody(name));

    [Theory]
    [InlineData("Staff Writer", true)]
    [InlineData("Sports Editor", true)]
    [InlineData("Founder", true)]
    [InlineData("CEO", true)]
    [InlineData("PhD", true)]
    [InlineData("AP", true)]
    [InlineData("Runa Feld", false)]
    [InlineData("Ed", false)]
    public void Knows_offices_degrees_and_agencies_beside_a_name(string text, bool expected) =>
        Assert.Equal(expected, AuthorNames.IsBeside(text));

    [Theory]
    [InlineData("Runa Feld", true, true)]
    [InlineData("Ludwig van der Holm", true, false)]
    [InlineData("Runa", false, false)]
    [InlineData("runa feld", false, false)]
    [InlineData("Runa 2", false, false)]
    [InlineData("Seán O’Malley", true, true)]
    [InlineData("Runa Feld Was Here Once Again", false, false)]
    public void Knows_whole_names_and_those_with_all_words_capitalised(string text, bool isWhole, bool isAlone)
    {
        Assert.Equal(isWhole, AuthorNames.IsWhole(text));
        Assert.Equal(isAlone, AuthorNames.IsAlone(text));
    }

    [Fact]
    public void Gives_a_name_as_accounts_spell_it() => Assert.Equal("seánomalley2", AuthorNames.Letters("Seán O’Malley 2"));

    [Fact]
    public void Finds_the_names_in_every_order_and_with_every_separator()
    {
        string[] people = ["Runa Feld", "Nils Arden", "Ida Holm", "Tove Lund"];
        string[] separators = [", ", "; ", " and ", " und ", " & ", " | ", " / "];
        Gen.Select(Gen.Shuffle(people), Gen.Int[0, separators.Length - 1], Gen.Int[1, 4]).Sample((order, separator, count) =>
            Assert.Equal(order.Take(count), AuthorNames.In(["By " + string.Join(separators[separator], order.Take(count))])));
    }
}

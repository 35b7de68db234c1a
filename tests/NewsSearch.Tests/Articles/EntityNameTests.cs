using NewsIndex.Articles;

namespace NewsSearch.Tests.Articles;

public sealed class EntityNameTests
{
    [Theory]
    [InlineData("james-baker", "james baker")]
    [InlineData("James  Baker ", "james baker")]
    [InlineData("U.N.", "un")]
    [InlineData("O\u2019Neill", "oneill")]
    [InlineData("Gro Harlem Bruntland\u00E9", "gro harlem bruntlande")]
    [InlineData("S\u00E3o Paulo", "sao paulo")]
    [InlineData("--", "")]
    [InlineData("&", "")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Wałęsa", "walesa")]
    [InlineData("Nesbø", "nesbo")]
    [InlineData("Đoković", "dokovic")]
    [InlineData("Guðmundsson", "gudmundsson")]
    [InlineData("Þórbergur", "thorbergur")]
    [InlineData("Ærø", "aero")]
    [InlineData("Cœur", "coeur")]
    [InlineData("Strauß", "strauss")]
    [InlineData("STRAUẞ", "strauss")]
    [InlineData("Diyarbakır", "diyarbakir")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Ħamrun", "hamrun")]
    [InlineData("Šiŋŋa", "sinna")]
    [InlineData("O\u02BCBrien", "obrien")]
    [InlineData("O\u00B4Brien", "obrien")]
    [InlineData("O`Brien", "obrien")]
    [InlineData("O\uFF07Brien", "obrien")]
    [InlineData("Hawai\u02BBi", "hawaii")]
    [InlineData("\u02BFAli", "ali")]
    [InlineData("Bun\u00ADdes\u200Btag", "bundestag")]
    [InlineData("ＮＡＴＯ", "nato")]
    [InlineData("M&S", "m and s")]
    [InlineData("Marks & Spencer", "marks and spencer")]
    [InlineData("Marks &Spencer", "marks and spencer")]
    public void Normalises(string name, string key) => Assert.Equal(key, EntityName.Normalise(name));
}

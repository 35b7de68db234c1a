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
    public void Normalises(string name, string key) => Assert.Equal(key, EntityName.Normalise(name));
}

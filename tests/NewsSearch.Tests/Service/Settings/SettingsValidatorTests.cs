using System.Globalization;
using SearchService.Settings;

namespace NewsSearch.Tests.Service.Settings;

public sealed class SettingsValidatorTests
{
    /// <summary>Every setting that has a range, by its name.</summary>
    public static TheoryData<string> Ranged =>
        [.. ServiceSetting.All.Where(setting => setting.Range.Contains(" to ", StringComparison.Ordinal)).Select(setting => setting.Name)];

    [Fact]
    public void The_defaults_are_valid() => Assert.True(new SettingsValidator().Validate(null, new SearchOptions()).Succeeded);

    [Theory]
    [MemberData(nameof(Ranged))]
    public void A_value_below_its_range_is_reported_with_name_value_and_range(string name)
    {
        var options = new SearchOptions();
        var (_, property, owner) = ServiceSetting.Properties(options).Single(setting => setting.Name == name);
        var below = Below(ServiceSetting.RangeOf(property).Split(" to ")[0], property.PropertyType);
        property.SetValue(owner, below);
        var expected = string.Create(
            CultureInfo.InvariantCulture, $"{name} is out of range ({below}); expected {ServiceSetting.RangeOf(property)}");
        Assert.Equal(expected, Assert.Single(new SettingsValidator().Validate(null, options).Failures!));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("localhost", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("archive.example", false)]
    [InlineData("", false)]
    public void An_address_is_an_IP_address_or_localhost(string address, bool valid) =>
        Assert.Equal(valid, new SettingsValidator().Validate(null, new SearchOptions { Address = address }).Succeeded);

    [Fact]
    public void Every_invalid_setting_is_reported()
    {
        var options = new SearchOptions { GrpcPort = -1, HttpPort = 70_000 };
        options.Index.Directory = "";
        Assert.Equal(
            [
                "Search:GrpcPort is out of range (-1); expected 0 to 65535",
                "Search:HttpPort is out of range (70000); expected 0 to 65535",
                "Search:Index:Directory is empty; expected a value",
            ],
            new SettingsValidator().Validate(null, options).Failures);
    }

    [Fact]
    public void Every_setting_has_a_name_of_its_own_and_a_summary()
    {
        Assert.All(ServiceSetting.All, setting => Assert.NotEmpty(setting.Summary));
        Assert.Equal(ServiceSetting.All.Count, ServiceSetting.All.Select(setting => setting.Name).Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void The_number_of_search_threads_is_the_setting(int threads) =>
        Assert.Equal(threads, new SearchOptions { MaxConcurrentSearches = threads }.SearchThreads);

    [Fact]
    public void Without_a_setting_there_are_two_search_threads_a_processor() =>
        Assert.Equal(2 * Environment.ProcessorCount, new SearchOptions().SearchThreads);

    private static object Below(string minimum, Type type) => type == typeof(TimeSpan)
        ? TimeSpan.Parse(minimum, CultureInfo.InvariantCulture) - TimeSpan.FromMilliseconds(1)
        : Convert.ChangeType(double.Parse(minimum, CultureInfo.InvariantCulture) - 1, type, CultureInfo.InvariantCulture);
}

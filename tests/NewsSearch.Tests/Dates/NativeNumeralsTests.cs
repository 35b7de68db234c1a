using Indexer.Dates;

namespace NewsSearch.Tests.Dates;

public sealed class NativeNumeralsTests
{
    [Theory]
    [InlineData("3 July 2019", "3 July 2019")]
    [InlineData("٣ يوليو ٢٠١٩", "3 يوليو 2019")]
    [InlineData("۱۲ تیر ۱۳۹۸", "12 تیر 1398")]
    [InlineData("३ जुलाई २०१९", "3 जुलाई 2019")]
    [InlineData("๓ กรกฎาคม ๒๕๖๒", "3 กรกฎาคม 2562")]
    [InlineData("৩ জুলাই ২০১৯", "3 জুলাই 2019")]
    public void Converts_decimal_digits_of_all_scripts(string text, string expected) =>
        Assert.Equal(expected, NativeNumerals.ToAscii(text));

    [Theory]
    [InlineData("二〇一六年七月三日", "2016年7月3日")]
    [InlineData("二零一六年", "2016年")]
    [InlineData("十月", "10月")]
    [InlineData("十二月", "12月")]
    [InlineData("二十日", "20日")]
    [InlineData("三十一日", "31日")]
    [InlineData("令和元年", "令和1年")]
    public void Converts_Chinese_and_Japanese_numerals_of_dates(string text, string expected) =>
        Assert.Equal(expected, NativeNumerals.ToAscii(text));

    [Theory]
    [InlineData("一個人")]
    [InlineData("十人")]
    [InlineData("元年")]
    [InlineData("三、四")]
    public void Leaves_numerals_that_are_not_in_dates(string text) => Assert.Equal(text, NativeNumerals.ToAscii(text));

    [Fact]
    public void Removes_bidirectional_control_characters() =>
        Assert.Equal("3/7/2019 م", NativeNumerals.ToAscii("\u200E3/7/\u202A2019\u202C\u200F \u0645\u061C"));
}

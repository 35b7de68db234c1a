using SearchService.Settings;

namespace NewsSearch.Tests.Service.Settings;

public sealed class ServiceArgumentsTests
{
    [Theory]
    [InlineData("--index DIR", "Search:Index:Directory=DIR")]
    [InlineData("--index=DIR", "Search:Index:Directory=DIR")]
    [InlineData("--index=a=b", "Search:Index:Directory=a=b")]
    [InlineData("--grpc-port 1 --http-port 2 --address ::1", "Search:GrpcPort=1,Search:HttpPort=2,Search:Address=::1")]
    [InlineData("--Search:Deadline 00:00:05", "Search:Deadline=00:00:05")]
    [InlineData("--search:deadline 00:00:05", "search:deadline=00:00:05")]
    [InlineData("--Logging:LogLevel:Default Debug", "Logging:LogLevel:Default=Debug")]
    [InlineData("--Kestrel:Endpoints:x:Url https://localhost", "Kestrel:Endpoints:x:Url=https://localhost")]
    [InlineData("--grpc-port -5", "Search:GrpcPort=-5")]
    [InlineData("", "")]
    public void Options_set_settings(string arguments, string settings) => Assert.Equal(
        settings, string.Join(',', ServiceArguments.Read(Split(arguments)).Select(pair => $"{pair.Key}={pair.Value}")));

    [Theory]
    [InlineData("--index", "--index has no value; expected --index DIR")]
    [InlineData("--Search:Deadline --index DIR", "--Search:Deadline has no value; expected --Search:Deadline VALUE")]
    [InlineData("--index a --index=b", "--index is given twice; expected it once")]
    [InlineData("--index a --Search:Index:Directory b", "--Search:Index:Directory is given twice; expected it once")]
    [InlineData("index", "index is not an option of the service; expected one that --help lists")]
    [InlineData("--idnex a", "--idnex is not an option of the service; expected one that --help lists; did you mean --index?")]
    public void Other_words_are_refused(string arguments, string sentence)
    {
        var refused = Assert.Throws<WrongSettingException>(() => ServiceArguments.Read(Split(arguments)));
        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", true)]
    [InlineData("--index a -h", true)]
    [InlineData("--index help", false)]
    public void Help_is_asked_for_by_an_option_of_its_own(string arguments, bool asked) =>
        Assert.Equal(asked, ServiceArguments.AskForHelp(Split(arguments)));

    private static string[] Split(string arguments) => arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

using System.CommandLine;

namespace SearchCli.Commands;

/// <summary><c>--limit N</c>, at least 1.</summary>
internal static class LimitOption
{
    /// <param name="defaultLimit">The limit if the option is not given; <see cref="int.MaxValue"/> for no limit.</param>
    public static Option<int> Create(string description, int defaultLimit)
    {
        var limit = new Option<int>("--limit") { Description = description, HelpName = "N", DefaultValueFactory = _ => defaultLimit };
        limit.MustBe(hits => hits >= 1, "a whole number, 1 or more");
        return limit;
    }

    /// <summary>Returns the limit as streaming calls take it, where 0 means all.</summary>
    public static int ZeroForAll(int limit) => limit == int.MaxValue ? 0 : limit;
}

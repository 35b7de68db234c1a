using System.CommandLine;

namespace SearchCli.Commands;

/// <summary><c>--limit N</c>, at least 1.</summary>
internal static class LimitOption
{
    /// <param name="defaultLimit">The limit if the option is not given; <see cref="int.MaxValue"/> for no limit.</param>
    public static Option<int> Create(string description, int defaultLimit)
    {
        var limit = new Option<int>("--limit") { Description = description, HelpName = "N", DefaultValueFactory = _ => defaultLimit };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
                result.AddError("--limit must be 1 or more");
        });
        return limit;
    }

    /// <summary>Returns the limit as streaming calls take it, where 0 means all.</summary>
    public static int ZeroForAll(int limit) => limit == int.MaxValue ? 0 : limit;
}

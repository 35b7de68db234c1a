using System.CommandLine;

namespace SearchCli.Commands;

/// <summary><c>--limit N</c>, 1 or more.</summary>
internal static class LimitOption
{
    /// <param name="usual">What is meant when it is not given.</param>
    public static Option<int> Create(string description, int usual)
    {
        var limit = new Option<int>("--limit") { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
                result.AddError("--limit must be 1 or more");
        });
        return limit;
    }
}

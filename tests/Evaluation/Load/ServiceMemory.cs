using System.Globalization;
using System.Text.RegularExpressions;

namespace Evaluation.Load;

/// <summary>What a running service says of its memory.</summary>
internal static partial class ServiceMemory
{
    /// <summary>Resident memory in MB; NaN where the service does not tell.</summary>
    public static async Task<double> MegabytesAsync(HttpClient web)
    {
        var match = WorkingSet().Match(await web.GetStringAsync("metrics"));
        return match.Success ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) / 1e6 : double.NaN;
    }

    [GeneratedRegex(@"^process_working_set_bytes ([0-9.e+]+)", RegexOptions.Multiline)]
    private static partial Regex WorkingSet();
}

namespace SearchService.Telemetry;

/// <summary>
/// Texts of callers in the log. A line feed in one of them would make a line of its own, which looks like one of the service.
/// </summary>
internal static class LogText
{
    private const int MaxLength = 200;

    /// <summary>The beginning of a text, with a question mark for each character that ends a line or controls a terminal.</summary>
    public static string Of(string text) =>
        string.Create(Math.Min(text.Length, MaxLength), text, (shown, whole) =>
        {
            for (var i = 0; i < shown.Length; i++)
                shown[i] = char.IsControl(whole[i]) || whole[i] is '\u2028' or '\u2029' ? '?' : whole[i];
        });
}

namespace SearchService.Execution;

/// <summary>
/// How long a refusal is held back. The first of a second are given at once. A caller that ignores them and asks again without a pause
/// would take the processors for being refused, so its further ones wait.
/// </summary>
internal sealed class RefusalPace(TimeProvider clock)
{
    /// <summary>Refusals of a caller in a second that are not held back.</summary>
    public const int Free = 100;

    /// <summary>Time for which each further one is held back: with it, a hundred callers that never pause get 2,000 a second.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock sync = new();
    private readonly Dictionary<string, int> refusals = [];
    private long begun = clock.GetTimestamp();

    /// <summary>Counts a refusal.</summary>
    /// <param name="caller">As in <see cref="SearchAdmission"/>.</param>
    /// <param name="timeLeft">Until the caller goes away; at most half of it is waited for. Null for no end.</param>
    /// <returns>How long to wait before it is given; zero for not at all.</returns>
    public TimeSpan Next(string caller, TimeSpan? timeLeft)
    {
        lock (sync)
        {
            if (clock.GetElapsedTime(begun) >= Window)
            {
                refusals.Clear();
                begun = clock.GetTimestamp();
            }

            refusals[caller] = refusals.GetValueOrDefault(caller) + 1;
            if (refusals[caller] <= Free)
                return TimeSpan.Zero;
        }

        return timeLeft is { } left && left / 2 < Pause ? left / 2 : Pause;
    }
}

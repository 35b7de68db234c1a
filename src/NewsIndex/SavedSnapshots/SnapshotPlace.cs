using System.Globalization;

namespace NewsIndex.SavedSnapshots;

/// <summary>The place of a snapshot in the list: latest first, those without a readable manifest last, and by name among equals.</summary>
/// <param name="CreatedAt">Null when the manifest cannot be read.</param>
public readonly record struct SnapshotPlace(DateTimeOffset? CreatedAt, string Name)
{
    public bool IsAfter(SnapshotPlace other) => CreatedAt == other.CreatedAt
        ? string.CompareOrdinal(Name, other.Name) > 0
        : CreatedAt is null || CreatedAt < other.CreatedAt;

    /// <summary>Formats as the ticks of the time in UTC, 0 for none, a space and the name.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt?.UtcTicks ?? 0} {Name}");

    public static bool TryParse(string text, out SnapshotPlace place)
    {
        place = default;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !long.TryParse(text.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTime.MaxValue.Ticks)
            return false;
        place = new SnapshotPlace(ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero), text[(space + 1)..]);
        return true;
    }
}

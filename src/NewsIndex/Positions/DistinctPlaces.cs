namespace NewsIndex.Positions;

/// <summary>
/// Gives each part of a phrase a place of its own, where several parts can stand at the same places: <c>"new new york"~2</c>.
/// </summary>
/// <remarks>Kuhn's algorithm for matchings in bipartite graphs (1955), over the parts and the places of one window.</remarks>
internal sealed class DistinctPlaces
{
    private readonly (List<Interval> Places, int Distance)[] parts;
    private readonly int least;
    private readonly int slop;
    private readonly Dictionary<int, int> partAt = [];

    private DistinctPlaces((List<Interval> Places, int Distance)[] parts, int least, int slop) =>
        (this.parts, this.least, this.slop) = (parts, least, slop);

    /// <summary>From the first to the last of the places; null when there are too few.</summary>
    /// <param name="least">The number of moves of the part that is most behind; the others have up to <paramref name="slop"/> more.</param>
    public static Interval? In((List<Interval> Places, int Distance)[] parts, int least, int slop)
    {
        var places = new DistinctPlaces(parts, least, slop);
        for (var part = 0; part < parts.Length; part++)
        {
            if (!places.TryPlace(part, []))
                return null;
        }

        return new Interval(places.partAt.Keys.Min(), places.partAt.Keys.Max());
    }

    private bool TryPlace(int part, HashSet<int> tried)
    {
        var (places, distance) = parts[part];
        foreach (var place in places)
        {
            var moved = place.Start - distance;
            if (moved < least || moved > least + slop || !tried.Add(place.Start))
                continue;
            if (!partAt.TryGetValue(place.Start, out var other) || TryPlace(other, tried))
            {
                partAt[place.Start] = part;
                return true;
            }
        }

        return false;
    }
}

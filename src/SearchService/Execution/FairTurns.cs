namespace SearchService.Execution;

/// <summary>
/// Whose turn is next: callers take turns, and each caller's own items keep their order. A caller with a thousand items delays one with a
/// single item by one turn. Not safe for concurrent use.
/// </summary>
/// <param name="share">How many items of one caller may run at once; 1 or more.</param>
internal sealed class FairTurns<T>(int share)
    where T : class
{
    /// <summary>Weight of the newest duration in a caller's mean.</summary>
    private const double Newest = 0.125;

    /// <summary>Callers whose mean is remembered between their items.</summary>
    private const int MaxRemembered = 1024;

    private readonly Dictionary<string, Line> lines = [];

    /// <summary>Callers with waiting items, the next one first.</summary>
    private readonly LinkedList<Line> rotation = [];

    public int Waiting { get; private set; }

    /// <summary>Callers with a running or a waiting item.</summary>
    public int Callers { get; private set; }

    /// <summary>Waiting items of one caller.</summary>
    public int WaitingOf(string caller) => lines.TryGetValue(caller, out var line) ? line.Items.Count : 0;

    /// <summary>Mean duration of a caller's items, the newest weighing most; zero before the first has ended.</summary>
    public TimeSpan MeanOf(string caller) => lines.TryGetValue(caller, out var line) ? line.Mean : TimeSpan.Zero;

    /// <summary>True if a caller with one waiting item may run it, by its share and its mean.</summary>
    /// <param name="below">As for <see cref="TakeNext"/>.</param>
    public bool MayRun(string caller, TimeSpan? below = null) =>
        lines[caller] is { Items.Count: 1 } line && line.Running < share && !(line.Mean >= below);

    /// <summary>Puts an item behind the others of its caller.</summary>
    public LinkedListNode<T> Add(string caller, T item)
    {
        var line = LineOf(caller);
        if (line.IsIdle)
            Callers++;
        if (line.Items.Count == 0)
            rotation.AddLast(line.InRotation);
        Waiting++;
        return line.Items.AddLast(item);
    }

    /// <summary>Takes the item whose turn it is, which runs until <see cref="End"/>; null when none may run.</summary>
    /// <param name="below">Only of callers whose items take less than that, or took no time yet; null for any.</param>
    public T? TakeNext(TimeSpan? below = null)
    {
        for (var at = rotation.First; at is not null; at = at.Next)
        {
            var line = at.Value;
            if (line.Running == share || line.Mean >= below)
                continue;
            var item = line.Items.First!.Value;
            line.Running++;
            line.Items.RemoveFirst();
            Waiting--;
            rotation.Remove(line.InRotation);
            if (line.Items.Count > 0)
                rotation.AddLast(line.InRotation);
            return item;
        }

        return null;
    }

    /// <summary>Removes an item that waits.</summary>
    public void Remove(string caller, LinkedListNode<T> item)
    {
        var line = lines[caller];
        line.Items.Remove(item);
        Waiting--;
        if (line.Items.Count == 0)
            rotation.Remove(line.InRotation);
        Leave(line);
    }

    /// <summary>Ends a running item of a caller.</summary>
    /// <param name="duration">How long it ran.</param>
    public void End(string caller, TimeSpan duration)
    {
        var line = lines[caller];
        line.Running--;
        line.Mean = line.Mean == TimeSpan.Zero ? duration : line.Mean + (Newest * (duration - line.Mean));
        Leave(line);
    }

    private Line LineOf(string caller)
    {
        if (lines.TryGetValue(caller, out var known))
            return known;
        if (lines.Count >= MaxRemembered)
        {
            foreach (var idle in lines.Values.Where(each => each.IsIdle).ToList())
                lines.Remove(idle.Caller);
        }

        return lines[caller] = new Line(caller);
    }

    private void Leave(Line line)
    {
        if (line.IsIdle)
            Callers--;
    }

    private sealed class Line
    {
        public Line(string caller) => (Caller, InRotation) = (caller, new LinkedListNode<Line>(this));

        public string Caller { get; }

        public bool IsIdle => Running == 0 && Items.Count == 0;

        public int Running { get; set; }

        public TimeSpan Mean { get; set; }

        public LinkedList<T> Items { get; } = [];

        public LinkedListNode<Line> InRotation { get; }
    }
}

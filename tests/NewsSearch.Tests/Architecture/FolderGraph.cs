namespace NewsSearch.Tests.Architecture;

/// <summary>Which folder uses which, by the types in them. A folder is a namespace: its parent and its children are others.</summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<string, SortedSet<string>> uses = [];

    public FolderGraph(IEnumerable<CompiledType> types)
    {
        var all = types.ToList();
        var folders = all.ToDictionary(type => type.Name, type => type.Folder);
        foreach (var type in all)
        {
            if (!uses.TryGetValue(type.Folder, out var used))
                uses.Add(type.Folder, used = new SortedSet<string>(StringComparer.Ordinal));
            used.UnionWith(type.Uses.Where(folders.ContainsKey).Select(name => folders[name]).Where(folder => folder != type.Folder));
        }
    }

    public IEnumerable<string> Folders => uses.Keys.Order(StringComparer.Ordinal);

    public IReadOnlyCollection<string> UsedBy(string folder) => uses[folder];

    /// <summary>The groups of folders that use one another, directly or through others; empty when there is no circle.</summary>
    /// <returns>Each group sorted, joined by <c> ⇄ </c>.</returns>
    public IReadOnlyList<string> Circles()
    {
        var reached = uses.Keys.ToDictionary(folder => folder, Reach);
        return [.. Folders
            .Select(folder => reached[folder].Where(other => reached[other].Contains(folder)).Order(StringComparer.Ordinal))
            .Select(group => string.Join(" ⇄ ", group))
            .Where(group => group.Length > 0)
            .Distinct()];
    }

    /// <summary>Every folder that can be reached from one, itself only where a circle leads back.</summary>
    private HashSet<string> Reach(string folder)
    {
        var reached = new HashSet<string>();
        var waiting = new Stack<string>(uses[folder]);
        while (waiting.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var further in uses[next])
                    waiting.Push(further);
            }
        }

        return reached;
    }
}

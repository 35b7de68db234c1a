using System.Text.Json;

namespace SearchCli.Commands;

/// <summary>How far a query was followed, kept in a file, or in memory if there is no file.</summary>
internal sealed class FollowedState
{
    /// <summary>Maximum size of a state file; a query, its canonical form and its filters are much smaller.</summary>
    private const int MaxBytes = 1 << 20;

    private FollowedState(string path) => Path = path;

    /// <summary>Path of the file; empty if there is none.</summary>
    public string Path { get; }

    /// <summary>The state after the last search; null before the first.</summary>
    public Place? Last { get; private set; }

    /// <summary>Reads the state of earlier runs; a file that does not exist is an empty state.</summary>
    /// <param name="path">Empty for a state in memory.</param>
    /// <exception cref="InvalidDataException">The file is not a state file.</exception>
    public static FollowedState Read(string path)
    {
        var state = new FollowedState(path);
        if (path.Length == 0 || !File.Exists(path))
            return state;
        try
        {
            state.Last = JsonSerializer.Deserialize<Place>(FirstBytes(path), JsonSerializerOptions.Web);
            if (state.Last is { Index: not null, Generation: not null })
                return state;
        }
        catch (JsonException)
        {
        }

        throw new InvalidDataException(
            $"{path} is not a valid state file of follow; expected {{\"index\": …, \"generation\": …}}; delete it to follow from now on");
    }

    /// <summary>Reads at most the maximum size, since a device such as /dev/zero has no end.</summary>
    private static byte[] FirstBytes(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[MaxBytes];
        return bytes[..file.ReadAtLeast(bytes, MaxBytes, throwOnEndOfStream: false)];
    }

    /// <summary>
    /// Returns whether the state belongs to a search: the filters are equal, and so is the query as typed or in canonical form. A state
    /// without a search belongs to any.
    /// </summary>
    public bool IsOf(Search asked) =>
        Last?.Asked is not { } before
            || (before.Filters == asked.Filters && (before.Query == asked.Query || before.Canonical == asked.Canonical));

    /// <summary>
    /// Replaces the file atomically. A run that is killed before prints its last hits again in the next, and loses none.
    /// </summary>
    public void Write(string index, string generation, Search asked)
    {
        Last = new Place(index, generation, asked);
        if (Path.Length == 0)
            return;
        var temporary = Path + ".new";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(Last, JsonSerializerOptions.Web));
        File.Move(temporary, Path, overwrite: true);
    }

    /// <summary>The position in the index after a search.</summary>
    /// <param name="Index">Identity of the index.</param>
    /// <param name="Generation">Generation of the last reply.</param>
    /// <param name="Asked">The search; null in a file of an older version.</param>
    public sealed record Place(string Index, string Generation, Search? Asked);

    /// <summary>A search that is followed.</summary>
    /// <param name="Query">The query as typed. The canonical form of relative dates changes from day to day.</param>
    /// <param name="Canonical">The canonical form of the query.</param>
    /// <param name="Filters">The rest of the request, as JSON.</param>
    public sealed record Search(string Query, string Canonical, string Filters);
}

using System.Text.Json;

namespace SearchCli.Commands;

/// <summary>How far a query was followed, in a file, or in memory where there is none.</summary>
internal sealed class FollowedState
{
    /// <summary>Bytes: a query and its canonical form, and some.</summary>
    private const int LongestState = 1 << 20;

    private FollowedState(string path) => Path = path;

    /// <summary>Empty without a file.</summary>
    public string Path { get; }

    /// <summary>Null before the first look.</summary>
    public Place? Last { get; private set; }

    /// <exception cref="InvalidDataException">The file is no such state.</exception>
    public static FollowedState In(string path)
    {
        var state = new FollowedState(path);
        if (path.Length == 0 || !File.Exists(path))
            return state;
        try
        {
            state.Last = JsonSerializer.Deserialize<Place>(Beginning(path), JsonSerializerOptions.Web);
            if (state.Last is { Index: not null, Generation: not null })
                return state;
        }
        catch (JsonException)
        {
        }

        throw new InvalidDataException($"{path} is no state of follow; expected {{\"index\": …, \"generation\": …}}, as it was written");
    }

    /// <summary>As much as a state can have: some paths lead to what has no end.</summary>
    private static byte[] Beginning(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[LongestState];
        return bytes[..file.ReadAtLeast(bytes, LongestState, throwOnEndOfStream: false)];
    }

    /// <summary>
    /// Whether the state is of this search: typed the same, or read as the same query. One that says nothing of its search is of any.
    /// </summary>
    public bool IsOf(Search asked) =>
        Last?.Asked is not { } before
            || (before.Filters == asked.Filters && (before.Query == asked.Query || before.Canonical == asked.Canonical));

    /// <summary>Written whole or not at all: a run that is killed prints its last hits again rather than losing them.</summary>
    public void Write(string index, string generation, Search asked)
    {
        Last = new Place(index, generation, asked);
        if (Path.Length == 0)
            return;
        var temporary = Path + ".new";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(Last, JsonSerializerOptions.Web));
        File.Move(temporary, Path, overwrite: true);
    }

    /// <param name="Index">Its identity, as the service says it.</param>
    /// <param name="Generation">Of the last reply.</param>
    /// <param name="Asked">Null in a file of an older version.</param>
    public sealed record Place(string Index, string Generation, Search? Asked);

    /// <param name="Query">As typed: where it tells dates from today, its canonical form is another tomorrow.</param>
    /// <param name="Canonical">As the service reads it.</param>
    /// <param name="Filters">The rest of the request, as JSON.</param>
    public sealed record Search(string Query, string Canonical, string Filters);
}

namespace NewsIndex.Generations;

/// <summary>The articles that came in after a generation were asked for, and the index was never in that state.</summary>
public sealed class GenerationUnknownException(Generation asked, Generation current)
    : Exception($"generation {asked} is unknown; expected one that this index has passed through up to {current}. The index was built again since, or the generation is another index's: start from {current}")
{
    public Generation Asked { get; } = asked;

    public Generation Current { get; } = current;
}

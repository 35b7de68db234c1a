namespace NewsIndex.Generations;

/// <summary>A state of the index was asked for that is not kept, or was another index's.</summary>
public sealed class GenerationExpiredException(Generation asked, Generation current)
    : Exception($"generation {asked} is not kept; the index is at {current}. Ask for the first page without a generation, and pin a generation that has to stay available")
{
    public Generation Asked { get; } = asked;

    public Generation Current { get; } = current;
}

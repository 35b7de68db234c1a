namespace NewsIndex.Generations;

/// <summary>The requested generation is not kept, or belongs to another index.</summary>
public sealed class GenerationExpiredException(Generation asked, Generation current)
    : Exception(
        $"generation {asked} is not kept; the index is at {current}. "
        + "Request the first page without a generation, and pin a generation that must stay available")
{
    public Generation Asked { get; } = asked;

    public Generation Current { get; } = current;
}

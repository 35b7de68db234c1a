namespace NewsIndex.Generations;

/// <summary>Articles were requested that arrived after a generation that this index never had.</summary>
public sealed class GenerationUnknownException(Generation asked, Generation current)
    : Exception(
        $"generation {asked} is unknown; expected one that this index has had, up to {current}. "
        + $"The index was rebuilt, or the generation belongs to another index; start from the current generation, {current}")
{
    public Generation Asked { get; } = asked;

    public Generation Current { get; } = current;
}

namespace NewsIndex;

/// <summary>What came in after a generation was asked for, and the index was never in that state: it was built anew, or the generation is another's.</summary>
public sealed class GenerationUnknownException(Generation asked, Generation current)
    : Exception($"the index is at generation {current}, and was never at {asked}: it was built anew, or that is the generation of another index; take the present one to begin with")
{
    public Generation Asked { get; } = asked;

    public Generation Current { get; } = current;
}

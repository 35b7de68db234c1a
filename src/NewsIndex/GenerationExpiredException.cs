namespace NewsIndex;

/// <summary>A page of an older state of the index was asked for, and that state is no longer kept.</summary>
public sealed class GenerationExpiredException(Generation asked, Generation current)
    : Exception($"the index has moved on from generation {asked} to {current}, and the older one is no longer kept: begin again with the first page, and pin a generation that is to be cited")
{
    public Generation Asked { get; } = asked;

    public Generation Current { get; } = current;
}

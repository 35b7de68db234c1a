using System.ComponentModel.DataAnnotations;

namespace NewsIndex.Generations;

/// <summary>Numbers of pins that are allowed. Expired pins do not count.</summary>
public sealed class PinOptions
{
    /// <summary>
    /// Maximum pins of an index; each may keep files that later generations no longer need. 1 to 10,000; default 1,000.
    /// </summary>
    [Range(1, 10_000)]
    public int MaxPins { get; set; } = 1000;

    /// <summary>Maximum pins of one owner. 1 to 10,000; default 1,000: no limit but that of all owners.</summary>
    [Range(1, 10_000)]
    public int MaxPinsPerOwner { get; set; } = 1000;
}

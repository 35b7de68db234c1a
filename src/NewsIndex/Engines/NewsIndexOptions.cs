using System.ComponentModel.DataAnnotations;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Ranking;

namespace NewsIndex.Engines;

/// <summary>Location of an index, and its options by concern.</summary>
public sealed class NewsIndexOptions
{
    /// <summary>Folder of the index. Default: <c>index</c>.</summary>
    [Required]
    public string Directory { get; set; } = "index";

    /// <summary>Weights of the parts of a score; read by searchers.</summary>
    public RankingOptions Ranking { get; init; } = new();

    /// <summary>Open generations; read by searchers.</summary>
    public SnapshotOptions Snapshots { get; init; } = new();

    /// <summary>Memory for files; read by searchers and writers.</summary>
    public StorageOptions Storage { get; init; } = new();

    /// <summary>Limits of pins; read by whoever pins.</summary>
    public PinOptions Pins { get; init; } = new();

    /// <summary>Preparation of articles; read by writers.</summary>
    public IntakeOptions Intake { get; init; } = new();

    /// <summary>Cost limits of one query; read by searchers.</summary>
    // A separate object, because configuration binding writes into the instance and must not change the shared default.
    public QueryLimits Limits { get; init; } = new();

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">
    /// An option is out of its range; the message names each that is, such as <c>Ranking.Bm25K1 is out of range (-1); expected 0 to 10</c>.
    /// </exception>
    internal void ThrowIfInvalid()
    {
        List<string> errors =
        [
            .. OptionErrors.Of("", this), .. OptionErrors.Of("Ranking.", Ranking), .. OptionErrors.Of("Snapshots.", Snapshots),
            .. OptionErrors.Of("Storage.", Storage), .. OptionErrors.Of("Pins.", Pins),
            .. OptionErrors.Of("Intake.", Intake), .. OptionErrors.Of("Limits.", Limits),
        ];
        if (errors.Count > 0)
            throw new ArgumentException(string.Join(Environment.NewLine, errors));
    }
}

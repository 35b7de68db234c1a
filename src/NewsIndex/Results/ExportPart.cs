using NewsIndex.Entities;
using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>A part of an export: first, and once, how its query was read; then each hit.</summary>
public abstract record ExportPart
{
    private ExportPart()
    {
    }

    /// <summary>How the query was read. It comes though nothing is found.</summary>
    /// <param name="Generation">The generation of all hits.</param>
    /// <param name="Notices">Remarks on how the query is answered, as sentences.</param>
    /// <param name="Entities">How each name of an entity in the query was read.</param>
    public sealed record Reading(Generation Generation, IReadOnlyList<string> Notices, IReadOnlyList<EntityReading> Entities) : ExportPart;

    /// <summary>One hit.</summary>
    public sealed record Found(Hit Hit) : ExportPart;
}

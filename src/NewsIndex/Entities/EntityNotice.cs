namespace NewsIndex.Entities;

/// <summary>The notice about the resolution of a name.</summary>
public static class EntityNotice
{
    /// <summary>Returns null if the name is the entity's own: there is nothing to say.</summary>
    public static string? Of(EntityReading reading) => reading switch
    {
        { Entity: { } entity } when entity.Name == reading.Asked || entity.Entity.Id == reading.Asked => null,
        { Entity: { } entity } => $"\"{reading.Asked}\" was read as {entity.Name} ({entity.Entity.Id}).",
        { Candidates: [] } => $"No entity of the index goes by \"{reading.Asked}\": its mentions were searched for as a name.",
        _ =>
            $"\"{reading.Asked}\" may be any of "
            + $"{string.Join(", ", reading.Candidates.Select(each => $"{each.Name} ({each.Entity.Id})"))}: all mentions of that name were "
            + $"searched for.",
    };
}

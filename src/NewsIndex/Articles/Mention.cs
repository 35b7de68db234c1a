namespace NewsIndex.Articles;

/// <summary>A name in a text.</summary>
/// <param name="Name">As it stands there.</param>
/// <param name="Zone">Headline or body.</param>
/// <param name="Start">Its first character, in UTF-16 code units from the beginning of headline or body.</param>
/// <param name="End">The place after its last character.</param>
public readonly record struct Mention(EntityType Type, string Name, MentionZone Zone, int Start, int End);

public enum MentionZone
{
    Headline,
    Body,
}

using System.Globalization;
using System.Text;
using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Formats entities for a terminal.</summary>
internal static class EntityText
{
    private const int MaxNames = 8;

    /// <param name="found">At least one entity; the other parameters describe the first.</param>
    public static string Of(
        SearchEntitiesResponse found, EntityDetails first, ListMentionsResponse mentions, ListCooccurrencesResponse companions)
    {
        var text = new StringBuilder();
        if (found.Misspelt)
            text.AppendLine("no name has this prefix; nearest in spelling:");
        Line(text, $"{NameOf(first.Entity)}");
        Line(text, $"  {first.Articles:N0} articles, {first.Mentions:N0} mentions{Period(first)}");
        Line(text, $"  as {string.Join(", ", first.Names.Take(MaxNames).Select(name => $"{name.Name} {name.Mentions:N0}"))}");
        if (companions.Cooccurrences.Count > 0)
            Line(text, $"  with {string.Join(", ", companions.Cooccurrences.Select(each => $"{each.Entity.Name} {each.Together:N0}"))}");
        foreach (var mention in mentions.Mentions.DistinctBy(mention => mention.Article.Id))
            Line(text, $"  {mention.Article.Published.Value,-10}  {mention.Sentence.ReplaceLineEndings(" ")}");
        foreach (var other in found.Entities.Skip(1))
            Line(text, $"{NameOf(other.Entity)}: {other.Articles:N0} articles");
        return text.ToString();
    }

    private static string NameOf(Entity entity) => $"{entity.Name} ({entity.Type.ToString().ToLowerInvariant()}, {entity.Id})";

    private static string Period(EntityDetails entity) =>
        (entity.FirstDate.Length == 0 ? "" : $", {entity.FirstDate} to {entity.LastDate}")
        + (entity.Undated == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {entity.Undated:N0} undated"));

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}

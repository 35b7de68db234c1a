using System.Collections.Frozen;
using AngleSharp.Dom;
using Indexer.WordTables;

namespace Indexer.Extraction.Elements;

/// <summary>What the class, id and role of an element say that it is for: the words in them, whatever case and signs part them.</summary>
internal static class ElementNames
{
    private static readonly WordTable Table = WordTable.Read("element-names.tsv");

    /// <summary>Words that sites of any kind give to what is around an article and not of it.</summary>
    private static readonly FrozenSet<string> Furniture = Table.WordsOf("furniture");

    /// <summary>Words of furniture that also name what an article stands in.</summary>
    private static readonly FrozenSet<string> Content = Table.WordsOf("content");

    private static readonly char[] Blanks = [' ', '\t', '\n', '\r'];
    private static readonly char[] Signs = ['-', '_', ':'];

    /// <summary>Longer names, and more of them, are generated and say nothing.</summary>
    private const int LongestName = 100;
    private const int MostNames = 40;

    private static readonly FrozenSet<string> FurnitureRoles = Table.WordsOf("furniture-role");

    public static bool IsFurniture(IElement element)
    {
        if (element.GetAttribute("role") is { } role && FurnitureRoles.Contains(role))
            return true;
        var furniture = false;
        foreach (var word in Words(element))
        {
            if (Content.Contains(word))
                return false;
            furniture |= Furniture.Contains(word);
        }

        return furniture;
    }

    /// <summary>Names of what belongs to other articles or other people than the page's own.</summary>
    private static readonly FrozenSet<string> Elsewhere = Table.WordsOf("elsewhere");

    private static readonly FrozenSet<string> Comments = Table.WordsOf("comments").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// One of its names is that of comments and of nothing else: never a wrapper of the article, as names that have the word in them may
    /// be.
    /// </summary>
    public static bool IsComments(IElement element) =>
        element.LocalName is not ("body" or "html" or "main" or "article" or "a" or "span")
            && (Comments.Contains(element.Id ?? "")
            || (element.ClassName ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Any(Comments.Contains));

    public static bool IsElsewhere(IElement element) => Words(element).Any(Elsewhere.Contains);

    /// <summary>
    /// Names of what shows the present day, whatever the article: the clock, the weather, the head and the foot of the site.
    /// </summary>
    private static readonly FrozenSet<string> Page = Table.WordsOf("site");

    public static bool IsOfThePage(IElement element) => element.LocalName is not "article" && Words(element).Any(Page.Contains);

    /// <summary>The path of sections to an article, rather than a menu.</summary>
    public static bool IsPath(IElement element) =>
        Words(element).Any(word => word.StartsWith("breadcrumb", StringComparison.Ordinal))
            || element.GetAttribute("aria-label")?.Contains("breadcrumb", StringComparison.OrdinalIgnoreCase) == true;

    private static readonly FrozenSet<string> Changes = Table.WordsOf("changed");
    private static readonly FrozenSet<string> Publications = Table.WordsOf("published");
    private static readonly FrozenSet<string> Events = Table.WordsOf("event");

    /// <summary>
    /// Called a date of change and not one of publication, by its class or by microdata. A date of an entry that is called "updated"
    /// besides is no such thing: microformats ask for that name of the only date.
    /// </summary>
    public static bool IsChange(IElement element)
    {
        if (element.GetAttribute("itemprop") is { } property && Parts(property).Contains("modified"))
            return true;
        var names = (element.ClassName ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Append(element.Id ?? "")
            .Select(name => Parts(name).ToHashSet(StringComparer.Ordinal)).ToList();
        return names.Exists(words => words.Overlaps(Changes)) && !names.Exists(words => !words.Overlaps(Changes) && words.Overlaps(Dates))
            && !IsPublication(element);
    }

    private static readonly FrozenSet<string> Dates = Table.WordsOf("date");

    public static bool IsPublication(IElement element) =>
        element.HasAttribute("pubdate")
            || element.GetAttribute("itemprop")?.Contains("datePublished", StringComparison.OrdinalIgnoreCase) == true
            || Words(element).Any(Publications.Contains);

    /// <summary>Microdata of something that pages have beside their article, and that has days of its own.</summary>
    public static bool IsOtherThing(IElement element) =>
        element.GetAttribute("itemtype") is { } type
            && Array.Exists(OtherThings, thing => type.EndsWith(thing, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] OtherThings =
        ["/Comment", "/UserComments", "/Answer", "/Event", "/Product", "/ImageObject", "/Person", "/JobPosting"];

    public static bool IsEvent(IElement element) => Words(element).Any(Events.Contains);

    /// <summary>Names that sites give to the element around the paragraphs of an article, and to nothing wider.</summary>
    private static readonly FrozenSet<string> Bodies = Table.WordsOf("article-body");

    public static bool IsArticleBody(IElement element) => Words(element).Any(Bodies.Contains);

    /// <summary>Called a headline, and nothing beside or below one.</summary>
    public static bool IsHeadline(IElement element) =>
        Words(element).ToHashSet(StringComparer.Ordinal) is var words && words.Contains("headline") && !words.Overlaps(NoHeadlines) && !words.Overlaps(Elsewhere);

    private static readonly FrozenSet<string> NoHeadlines = Table.WordsOf("not-headline");

    /// <summary><c>class="articleBody share-bar_v2"</c> is article, body, articlebody, share, bar, sharebar, v.</summary>
    private static IEnumerable<string> Words(IElement element)
    {
        foreach (var attribute in (string?[])[element.GetAttribute("class"), element.Id, element.GetAttribute("data-component"), element.GetAttribute("data-testid")])
        {
            if (attribute is null)
                continue;
            foreach (var name in attribute.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Where(name => name.Length <= LongestName).Take(MostNames))
            {
                var parts = Parts(name).ToList();
                var pieces = name.Split(Signs);
                foreach (var part in parts.Where(part => part.Length > 3 || IsDelimited(pieces, part)))
                    yield return part;
                for (var i = 1; i < parts.Count; i++)
                    yield return parts[i - 1] + parts[i];
            }
        }
    }

    /// <summary>
    /// Generated names such as <c>hJpAdRP</c> hold short words by chance; only a sign or the end of the name makes them words.
    /// </summary>
    private static bool IsDelimited(string[] pieces, string part) =>
        pieces.Any(piece => piece.Equals(part, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Parts(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsAsciiLetter(name[i]) || (i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!ends)
                continue;
            if (i > start)
                yield return name[start..i].ToLowerInvariant();
            start = i < name.Length && char.IsAsciiLetter(name[i]) ? i : i + 1;
        }
    }
}

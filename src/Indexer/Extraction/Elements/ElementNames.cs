using System.Collections.Frozen;
using AngleSharp.Dom;
using Enrichment.WordTables;

namespace Indexer.Extraction.Elements;

/// <summary>Classifies elements by the words in their class, id, role and similar attributes (<c>element-names.tsv</c>).</summary>
internal static class ElementNames
{
    private static readonly WordTable Table = WordTable.Read(typeof(ElementNames), "element-names.tsv");

    /// <summary>Words for what is around an article and not part of it.</summary>
    private static readonly FrozenSet<string> Furniture = Table.WordsOf("furniture");

    /// <summary>Words for elements that contain the article; they outweigh <see cref="Furniture"/>.</summary>
    private static readonly FrozenSet<string> Content = Table.WordsOf("content");

    private static readonly string[] NamingAttributes = ["class", "id", "data-component", "data-testid"];
    private static readonly char[] Blanks = [' ', '\t', '\n', '\r'];
    private static readonly char[] Separators = ['-', '_', ':'];

    /// <summary>Maximum length and number of names; more and longer ones are generated and have no meaning.</summary>
    private const int MaxNameLength = 100;
    private const int MaxNames = 40;

    private static readonly FrozenSet<string> FurnitureRoles = Table.WordsOf("furniture-role");

    /// <summary>Returns true for menus, advertisements, forms and the like.</summary>
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

    /// <summary>Words for comments and other articles.</summary>
    private static readonly FrozenSet<string> Elsewhere = Table.WordsOf("elsewhere");

    private static readonly FrozenSet<string> Comments = Table.WordsOf("comments").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Returns true for the section of comments. Whole names are compared: a name that only contains the word may be that of a wrapper of
    /// the article.
    /// </summary>
    public static bool IsComments(IElement element) =>
        element.LocalName is not ("body" or "html" or "main" or "article" or "a" or "span")
            && (Comments.Contains(element.Id ?? "")
            || (element.ClassName ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Any(Comments.Contains));

    /// <summary>Returns true for comments, teasers and lists of other articles.</summary>
    public static bool IsOtherContent(IElement element) => Words(element).Any(Elsewhere.Contains);

    /// <summary>Words for parts of the site with dates of their own: the clock, the weather, header and footer.</summary>
    private static readonly FrozenSet<string> Page = Table.WordsOf("site");

    /// <summary>Returns true for header, clock, weather and the like.</summary>
    public static bool IsSiteChrome(IElement element) => element.LocalName is not "article" && Words(element).Any(Page.Contains);

    /// <summary>Returns true for breadcrumbs, the path of sections to an article.</summary>
    public static bool IsBreadcrumb(IElement element) =>
        Words(element).Any(word => word.StartsWith("breadcrumb", StringComparison.Ordinal))
            || element.GetAttribute("aria-label")?.Contains("breadcrumb", StringComparison.OrdinalIgnoreCase) == true;

    private static readonly FrozenSet<string> Changes = Table.WordsOf("changed");
    private static readonly FrozenSet<string> Publications = Table.WordsOf("published");
    private static readonly FrozenSet<string> Events = Table.WordsOf("event");

    /// <summary>
    /// Returns true for the date of a change, by class or microdata. An element named both "date" and "updated" is excluded: the hAtom
    /// microformat names the only date so.
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

    /// <summary>Returns true for the date of publication, by attribute or class.</summary>
    public static bool IsPublication(IElement element) =>
        element.HasAttribute("pubdate")
            || element.GetAttribute("itemprop")?.Contains("datePublished", StringComparison.OrdinalIgnoreCase) == true
            || Words(element).Any(Publications.Contains);

    /// <summary>Returns true for microdata of an item other than an article that may have dates: a comment, an event, a product.</summary>
    public static bool IsOtherItem(IElement element) =>
        element.GetAttribute("itemtype") is { } type
            && Array.Exists(OtherItems, item => type.EndsWith(item, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] OtherItems =
        ["/Comment", "/UserComments", "/Answer", "/Event", "/Product", "/ImageObject", "/Person", "/JobPosting"];

    /// <summary>Returns true for the date of an event, a birth or a deadline.</summary>
    public static bool IsEvent(IElement element) => Words(element).Any(Events.Contains);

    /// <summary>Names of the element around the paragraphs of an article, and of nothing wider.</summary>
    private static readonly FrozenSet<string> Bodies = Table.WordsOf("article-body");

    /// <summary>Returns true for the element around the paragraphs of an article.</summary>
    public static bool IsArticleBody(IElement element) => Words(element).Any(Bodies.Contains);

    /// <summary>Returns true for a headline, but not for a subtitle, a teaser or a list of headlines.</summary>
    public static bool IsHeadline(IElement element) =>
        Words(element).ToHashSet(StringComparer.Ordinal) is var words
        && words.Contains("headline") && !words.Overlaps(NoHeadlines) && !words.Overlaps(Elsewhere);

    private static readonly FrozenSet<string> NoHeadlines = Table.WordsOf("not-headline");

    /// <summary>
    /// Parts of names, and two neighbouring parts joined: <c>class="articleBody share-bar_v2"</c> has article, body, articlebody, share,
    /// bar, sharebar.
    /// </summary>
    private static IEnumerable<string> Words(IElement element)
    {
        foreach (var attribute in NamingAttributes.Select(element.GetAttribute).OfType<string>())
        {
            var names = attribute.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Where(name => name.Length <= MaxNameLength);
            foreach (var name in names.Take(MaxNames))
            {
                var parts = Parts(name).ToList();
                var pieces = name.Split(Separators);
                foreach (var part in parts.Where(part => part.Length > 3 || IsDelimited(pieces, part)))
                    yield return part;
                for (var i = 1; i < parts.Count; i++)
                    yield return parts[i - 1] + parts[i];
            }
        }
    }

    /// <summary>Returns true for a part between separators. Generated names such as <c>hJpAdRP</c> contain short words by chance.</summary>
    private static bool IsDelimited(string[] pieces, string part) =>
        pieces.Any(piece => piece.Equals(part, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Parts(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsAsciiLetter(name[i])
                || (i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!ends)
                continue;
            if (i > start)
                yield return name[start..i].ToLowerInvariant();
            start = i < name.Length && char.IsAsciiLetter(name[i]) ? i : i + 1;
        }
    }
}

using AngleSharp.Dom;

namespace Indexer.Extraction;

/// <summary>What the class, id and role of an element say that it is for: the words in them, whatever case and signs part them.</summary>
internal static class ElementNames
{
    /// <summary>Words that sites of any kind give to what is around an article and not of it.</summary>
    private static readonly HashSet<string> Furniture = new(StringComparer.Ordinal)
    {
        "ad", "ads", "adbox", "adsbygoogle", "advert", "advertisement", "advertising", "adv", "anzeige",
        "banner", "bio", "biography", "blogroll", "bookmark", "breadcrumb", "breadcrumbs", "brightcove", "button", "buttons", "byline", "bylines",
        "caption", "captions", "carousel", "categories", "comment", "comments", "commentlist", "community", "consent", "contactus", "cookie", "cookies", "copyright", "correction", "credit", "credits", "cta",
        "dateline", "disclaimer", "disclosure", "discussion", "disqus", "donate", "donation",
        "endnote", "facebook", "fb", "feedback", "figcaption", "flyout", "follow", "foot", "footer", "footnote", "footnotes", "gallery",
        "gdpr", "hashtags", "hidden",
        "inread", "infobox", "keywords", "kicker", "latest", "legal", "legend", "livechat", "login", "loginbox", "masthead", "menu", "meta", "metadata", "modal", "mostpopular", "mostread",
        "nav", "navbar", "navigation", "newsletter", "newsletters", "notification", "nocontent", "opinary", "outbrain", "overlay",
        "pager", "pagination", "partner", "partners", "paywall", "piano", "pinterest", "player", "playlist", "podcast", "poll", "popular", "popup", "postmeta", "prevnext", "print", "printonly", "promo", "promobox", "promos", "promotion", "promoted", "pubdate",
        "quiz", "rating", "ratings", "reactions", "read-next", "readmore", "recirc", "recirculation", "recommend", "recommendation", "recommendations", "recommended", "reddit", "register", "registration", "related", "relatedposts", "replies", "reply", "respond",
        "screenreader", "scroll", "search", "share", "sharebar", "sharedaddy", "sharing", "shares", "shopping", "sidebar", "sidenav", "signin", "signup", "skip", "slideshow", "social", "socials", "sociallinks", "sponsor", "sponsored", "sponsors", "subnav", "subscribe", "subscription",
        "taboola", "tag", "taglist", "tags", "teaser", "teasers", "thumbnail", "timestamp", "toc", "toolbar", "toolbox", "tools", "tooltip", "topbar", "trending", "tweet", "twitter", "twttr", "upsell", "video", "videos", "views", "viral", "vote", "weiterlesen", "whatsapp", "widget", "widgets", "yarpp", "youtube", "zergnet",
    };

    /// <summary>Words of furniture that also name what an article stands in.</summary>
    private static readonly HashSet<string> Content = new(StringComparer.Ordinal)
    {
        "article", "articlebody", "body", "bodytext", "content", "contents", "entry", "main", "post", "posts", "story", "storybody", "text", "copy", "artikel", "texte", "inhalt",
    };

    private static readonly char[] Blanks = [' ', '\t', '\n', '\r'];
    private static readonly char[] Signs = ['-', '_', ':'];

    /// <summary>Longer names, and more of them, are generated and say nothing.</summary>
    private const int LongestName = 100;
    private const int MostNames = 40;

    private static readonly HashSet<string> FurnitureRoles = new(StringComparer.Ordinal)
    {
        "navigation", "complementary", "banner", "contentinfo", "dialog", "alertdialog", "search", "menu", "menubar", "toolbar", "tooltip", "tablist", "form", "alert", "status",
    };

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
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal)
    {
        "comment", "comments", "commentlist", "sidebar", "related", "relatedposts", "recommended", "recommendations", "teaser", "teasers", "popular", "trending", "mostread", "mostpopular", "latest", "disqus", "replies", "promo",
    };

    private static readonly HashSet<string> Comments = new(StringComparer.OrdinalIgnoreCase)
    {
        "comments", "comment", "commentlist", "comment-list", "comments-area", "comments-list", "comments-section", "comment-section",
        "comment-body", "disqus_thread", "respond", "kommentare", "commentaires", "comentarios",
    };

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
    private static readonly HashSet<string> Page = new(StringComparer.Ordinal)
    {
        "masthead", "topbar", "siteheader", "clock", "today", "todaydate", "todaysdate", "currentdate", "currenttime", "datetoday",
        "weather", "ticker", "calendar", "copyright",
    };

    public static bool IsOfThePage(IElement element) => element.LocalName is not "article" && Words(element).Any(Page.Contains);

    /// <summary>The path of sections to an article, rather than a menu.</summary>
    public static bool IsPath(IElement element) =>
        Words(element).Any(word => word.StartsWith("breadcrumb", StringComparison.Ordinal))
            || element.GetAttribute("aria-label")?.Contains("breadcrumb", StringComparison.OrdinalIgnoreCase) == true;

    private static readonly HashSet<string> Changes =
        new(StringComparer.Ordinal) { "update", "updated", "modified", "lastmodified", "lastupdated", "changed", "revised", "corrected",
        "aktualisiert", "actualizado", "aggiornato", "maj" };
    private static readonly HashSet<string> Publications =
        new(StringComparer.Ordinal) { "published", "publish", "pubdate", "datepublished", "publishdate", "publisheddate", "pubtime",
        "publishtime", "posted", "postedon", "submitted", "entrydate" };
    private static readonly HashSet<string> Events =
        new(StringComparer.Ordinal) { "event", "events", "eventdate", "expires", "expiry", "deadline", "birthdate", "startdate",
        "enddate" };

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

    private static readonly string[] Dates = ["date", "time", "datum", "fecha"];

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
    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal)
    {
        "articlebody", "articlecontent", "articletext", "storybody", "storycontent", "storytext", "entrycontent", "postcontent", "postbody", "bodycopy", "bodycontent", "bodytext",
        "contentbody", "newsbody", "newstext", "newscontent", "maintext", "textbody", "entrybody", "posttext", "contenttext", "articlecopy", "textcontent",
    };

    public static bool IsArticleBody(IElement element) => Words(element).Any(Bodies.Contains);

    /// <summary>Called a headline, and nothing beside or below one.</summary>
    public static bool IsHeadline(IElement element) =>
        Words(element).ToHashSet(StringComparer.Ordinal) is var words && words.Contains("headline") && !words.Overlaps(NoHeadlines) && !words.Overlaps(Elsewhere);

    private static readonly string[] NoHeadlines = ["sub", "over", "section", "list", "teaser", "widget", "footer", "box"];

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

    /// <summary>Generated names such as <c>hJpAdRP</c> hold short words by chance; only a sign or the end of the name makes them words.</summary>
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

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsSearch.Tests.Extraction;

/// <summary>Pages and elements out of short markup.</summary>
internal static class TestPage
{
    public static IDocument Of(string body, string head = "") =>
        new HtmlParser().ParseDocument($"<html><head>{head}</head><body>{body}</body></html>");

    /// <summary>The first element of a body.</summary>
    public static IElement Element(string html) => Of(html).Body!.FirstElementChild!;
}

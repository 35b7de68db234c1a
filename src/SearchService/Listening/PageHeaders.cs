namespace SearchService.Listening;

/// <summary>
/// Adds security headers to every reply over HTTP/1.1, the only protocol that browsers speak without TLS: nothing from another origin
/// runs, and no other site learns of the page.
/// </summary>
internal static class PageHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Protocol == HttpProtocol.Http2)
            return next(context);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}

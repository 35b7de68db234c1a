namespace SearchService.Listening;

/// <summary>
/// What browsers are told of everything on the HTTP port (browsers speak no HTTP/2 without TLS): to run nothing that did not come from
/// here, and to tell no other site of it.
/// </summary>
internal static class PageHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

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

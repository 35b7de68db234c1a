using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using NewsIndex.Alerts;
using NewsIndex.Generations;
using SearchService.Errors;
using SearchService.Paging;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes alerts and their matches as messages.</summary>
internal static class AlertReplies
{
    public static string IdOf(Alert alert) => alert.Number.ToString(CultureInfo.InvariantCulture);

    public static V1.Alert From(Alert alert) => new()
    {
        Id = IdOf(alert),
        Name = alert.Name,
        Query = alert.Text,
        Owner = alert.Owner,
        CreatedAt = Timestamp.FromDateTimeOffset(alert.CreatedAt),
        Generation = alert.Since.ToString(),
    };

    /// <summary>A new alert, with the notices of its query.</summary>
    public static V1.Alert Created(Alert alert, IEnumerable<string> notices)
    {
        var message = From(alert);
        message.Notices.AddRange(notices);
        return message;
    }

    /// <param name="next">Token of the next page.</param>
    public static V1.ListAlertsResponse From(IEnumerable<Alert> page, string next) =>
        new() { Alerts = { page.Select(From) }, NextPageToken = next };

    public static V1.WatchMatchesResponse From(AlertMatch match, AlertPosition position, Generation generation) =>
        At(position, generation, new V1.WatchMatchesResponse
        {
            Match = new V1.AlertMatch { Alert = IdOf(match.Alert), Article = ArticleReplies.WithoutBody(match.Article) },
        });

    /// <param name="failed">Has an error.</param>
    public static V1.WatchMatchesResponse From(AlertAnswer failed, AlertPosition position, Generation generation)
    {
        var status = ErrorsToStatus.OfQuery(failed.Error!);
        return At(position, generation, new V1.WatchMatchesResponse
        {
            Failure = new V1.AlertFailure
            {
                Alert = IdOf(failed.Alert),
                Reason = ErrorsToStatus.ReasonOf(status),
                Message = status.Status.Detail,
            },
        });
    }

    /// <summary>A message without a match: all of the generation have come.</summary>
    public static V1.WatchMatchesResponse From(AlertPosition position, Generation generation) =>
        At(position, generation, new V1.WatchMatchesResponse());

    private static V1.WatchMatchesResponse At(AlertPosition position, Generation generation, V1.WatchMatchesResponse message)
    {
        (message.ResumeToken, message.Generation) = (ResumeToken.Write(position), generation.ToString());
        return message;
    }
}

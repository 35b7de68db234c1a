using NewsIndex.Alerts;

namespace SearchService.Access;

/// <summary>Who may see, watch and delete an alert.</summary>
internal static class AlertOwner
{
    /// <summary>True for the caller's own alerts, and for all alerts to callers with the scope admin.</summary>
    public static bool MaySee(Caller caller, Alert alert) => alert.Owner == caller.Name || caller.May(AccessScope.Admin);
}

namespace NewsIndex.Repeats;

/// <summary>A request has the id of an earlier, different one of the same caller; nothing was written.</summary>
/// <param name="id">The id.</param>
public sealed class RequestIdReusedException(string id) : Exception(
    $"the request id \"{id}\" is that of an earlier request that asked for something else; expected a new id for each request, and the "
    + "same one for its repeats alone; send this request with a new id")
{
    public string Id => id;
}

using System.Diagnostics;
using Google.Protobuf;
using NewsIndex.Results;

namespace SearchService.Calls;

/// <summary>The first message of a stream, which says how the query was read.</summary>
internal static class FirstMessage
{
    /// <summary>Returns the messages of a stream, with how the query was read in the first of them.</summary>
    /// <param name="parts">Begins with the reading.</param>
    /// <param name="readingOf">Writes it as a message.</param>
    /// <param name="isOfItsOwn">True to send the reading alone, though nothing is found; otherwise the first hit brings it along.</param>
    /// <param name="messagesOf">Writes the hits.</param>
    public static async IAsyncEnumerable<T> SayAsync<T>(
        IAsyncEnumerable<ExportPart> parts, Func<ExportPart.Reading, T> readingOf, bool isOfItsOwn,
        Func<IAsyncEnumerable<Hit>, IAsyncEnumerable<T>> messagesOf)
        where T : class, IMessage<T>
    {
        await using var rest = parts.GetAsyncEnumerator();
        if (!await rest.MoveNextAsync() || rest.Current is not ExportPart.Reading reading)
            throw new UnreachableException("an export begins with how its query was read");
        var first = readingOf(reading);
        if (isOfItsOwn)
            yield return first;
        var isSaid = isOfItsOwn;
        await foreach (var message in messagesOf(HitsAsync(rest)))
        {
            if (!isSaid)
                first.MergeFrom(message);
            yield return isSaid ? message : first;
            isSaid = true;
        }
    }

    private static async IAsyncEnumerable<Hit> HitsAsync(IAsyncEnumerator<ExportPart> parts)
    {
        while (await parts.MoveNextAsync())
            yield return ((ExportPart.Found)parts.Current).Hit;
    }
}

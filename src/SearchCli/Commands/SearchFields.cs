using Google.Protobuf;
using NewsSearch.V1;

namespace SearchCli.Commands;

/// <summary>
/// Copies the query and the filters of a search into the request of another call. The calls share these fields by name, so a filter that is
/// added to all of them needs no change here.
/// </summary>
internal static class SearchFields
{
    /// <summary>Copies every field that both messages have and that <paramref name="search"/> has a value for.</summary>
    /// <param name="request">The request to copy to; its other fields keep their values.</param>
    /// <returns>The same request.</returns>
    public static T CopyTo<T>(this SearchRequest search, T request)
        where T : IMessage<T>
    {
        // Fields of equal names have equal types, but for their numbers.
        foreach (var target in request.Descriptor.Fields.InDeclarationOrder())
        {
            if (SearchRequest.Descriptor.FindFieldByName(target.Name) is not { } source)
                continue;
            var value = source.Accessor.GetValue(search);
            if (target.IsRepeated)
                AddAll(target.Accessor.GetValue(request), value);
            else if (value is not null)
                target.Accessor.SetValue(request, value);
        }

        return request;
    }

    private static void AddAll(object target, object source)
    {
        foreach (var item in (System.Collections.IList)source)
            ((System.Collections.IList)target).Add(item);
    }
}

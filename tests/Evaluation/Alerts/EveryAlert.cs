using System.Reflection;
using NewsIndex.Engines;
using NewsIndex.Queries;

namespace Evaluation.Alerts;

/// <summary>A searcher that rules no query out, so that every alert is searched.</summary>
internal class EveryAlert : DispatchProxy
{
    private IArticleSearcher searcher = null!;

    public static IArticleSearcher Of(IArticleSearcher searcher)
    {
        var made = Create<IArticleSearcher, EveryAlert>();
        ((EveryAlert)(object)made).searcher = searcher;
        return made;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(IArticleSearcher.MayMatchAsync)
            ? Task.FromResult<IReadOnlyList<bool>>([.. ((IReadOnlyList<Query>)args![0]!).Select(_ => true)])
            : targetMethod.Invoke(searcher, args);
}

using Indexer.Extraction;

namespace Evaluation.Extraction;

/// <summary>How well bodies are told from the pages around them.</summary>
internal static class BodyScore
{
    public static string Measure(string folder, PageHalf half, TextWriter? misses)
    {
        using var set = new PageSet(folder);
        var pages = set.Pages(page => page.Name + ".html", half).AsParallel().AsOrdered().Select(page =>
        {
            var truth = page.Truth.GetProperty("articleBody").GetString()!;
            var (precision, recall) = Shingles.Compare(truth, PageArticle.Read(page.Html, null)?.Body ?? "");
            return (page.Name, Precision: precision, Recall: recall);
        }).ToList();

        // As the benchmark does: the means over pages first, and F1 of the two.
        var p = pages.Where(page => page.Precision is not null).Average(page => page.Precision!.Value);
        var r = pages.Where(page => page.Recall is not null).Average(page => page.Recall!.Value);
        foreach (var page in pages.Where(page => page.Precision is not > 0.95 || page.Recall is not > 0.95))
            misses?.WriteLine(FormattableString.Invariant($"body\t{page.Name}\tP={page.Precision:F3}\tR={page.Recall:F3}"));
        return FormattableString.Invariant($"pages={pages.Count} F1={2 * p * r / (p + r):F4} P={p:F4} R={r:F4}");
    }
}

using System.Text.RegularExpressions;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex.Articles;

namespace Evaluation.Speed;

/// <summary>
/// Queries of several kinds made of an archive's own words, the same on every run: for archives that come without a list.
/// </summary>
internal static partial class GeneratedQueries
{
    private const int SampleArticles = 20_000;
    private const int EachKind = 100;

    public static IReadOnlyList<QueryCase> From(string articles)
    {
        var random = new Random(21578);
        var sample = new ArchiveFile(new ArchiveReaders())
            .Read(articles).OfType<Reading.Read>()
            .Select(read => read.Article)
            .Take(SampleArticles)
            .ToList();
        var words = sample.ConvertAll(
            article => Words().Matches(article.Headline + "\n" + article.Body).Select(match => match.Value.ToLowerInvariant()).ToList());
        var frequency = words.SelectMany(each => each.Distinct()).CountBy(word => word).ToDictionary(pair => pair.Key, pair => pair.Value);
        var high = Band(frequency, sample.Count, 0.02, 0.5);
        var medium = Band(frequency, sample.Count, 0.001, 0.01);
        var days = sample.Select(article => article.Published.Date).OfType<PartialDate>().Select(date => date.FirstDay).Order().ToList();

        var cases = new List<QueryCase>();
        Add("term_high", () => Pick(high));
        Add("term_med", () => Pick(medium));
        Add("or2", () => $"{Pick(high)} {Pick(medium)}");
        Add("and2", () => $"+{Pick(high)} +{Pick(high)}");
        Add("phrase2", Phrase);
        Add("prefix", () => Pick(medium)[..3] + "*");
        Add("newest_first", () => Pick(high), "date_desc");
        Add("count", () => $"{Pick(high)} {Pick(medium)}", "count");
        if (days.Count > 0)
        {
            for (var i = 0; i < EachKind; i++)
            {
                var from = days[random.Next(days.Count)];
                cases.Add(new QueryCase("or2_month", $"{Pick(high)} {Pick(medium)}", Iso(from), Iso(from.AddDays(29)), "relevance"));
            }
        }

        return cases;

        void Add(string kind, Func<string> text, string sort = "relevance") =>
            cases.AddRange(Enumerable.Range(0, EachKind).Select(_ => new QueryCase(kind, text(), "", "", sort)));

        string Pick(List<string> from) => from[random.Next(from.Count)];

        string Phrase()
        {
            while (true)
            {
                var text = words[random.Next(words.Count)];
                if (text.Count > 2 && random.Next(text.Count - 1) is var at)
                    return $"\"{text[at]} {text[at + 1]}\"";
            }
        }
    }

    private static List<string> Band(Dictionary<string, int> frequency, int articles, double from, double to)
    {
        List<string> band = [
            .. frequency.Where(
                pair =>
                    pair.Value >= from * articles && pair.Value < to * articles).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
        return band.Count > 0 ? band : throw new InvalidDataException("there are too few articles to choose words from: 1,000 at least");
    }

    private static string Iso(DateOnly day) => PartialDate.OfDay(day).ToString();

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex Words();
}

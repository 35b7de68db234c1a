using System.Text.RegularExpressions;
using NewsIndex.Alerts;
using NewsIndex.Articles;
using NewsIndex.Generations;

namespace Evaluation.Alerts;

/// <summary>
/// Alerts made of an archive's own words and names, the same on every run; most words are rare, as those of real alerts are.
/// </summary>
internal sealed partial class GeneratedAlerts
{
    private readonly Random random = new(24);
    private readonly List<List<string>> texts;
    private readonly List<string> rare;
    private readonly List<string> medium;
    private readonly List<string> names;

    /// <param name="articles">A sample of the archive.</param>
    public GeneratedAlerts(IReadOnlyList<Article> articles)
    {
        texts =
        [
            .. articles.Select(article => Words().Matches(article.Headline + "\n" + article.Body).Select(match => match.Value).ToList())
                .Where(words => words.Count > 20),
        ];
        var frequency = texts.SelectMany(each => each.Select(word => word.ToLowerInvariant()).Distinct()).CountBy(word => word).ToList();
        rare = [.. frequency.Where(pair => pair.Value < texts.Count / 200 && pair.Value > 2).Select(pair => pair.Key)];
        medium = [.. frequency.Where(pair => pair.Value >= texts.Count / 200 && pair.Value < texts.Count / 10).Select(pair => pair.Key)];
        names = [.. articles.SelectMany(article => Names().Matches(article.Body).Take(5).Select(match => match.Value)).Distinct()];
    }

    /// <param name="since">The generation at their creation.</param>
    public List<Alert> Make(int count, Generation since) =>
        [.. Enumerable.Range(1, count).Select(number => new Alert(number, "", "", Query(), DateTimeOffset.UnixEpoch, since))];

    private string Query() => random.Next(100) switch
    {
        < 20 => Rare(),
        < 40 => $"{Rare()} {Medium()}",
        < 50 => $"{Medium()} {Medium()} {Medium()}",
        < 65 => Phrase(),
        < 75 => $"\"{One(names)}\"",
        < 80 => $"{Phrase()} date:[2024 TO 2026]",
        < 85 => $"{Rare()} NEAR/10 {Medium()}",
        < 90 => $"{Rare()} OR {Rare()} OR {Phrase()}",
        < 95 => $"{Medium()} {Medium()} NOT {Medium()}",
        < 97 => $"{Rare()[..3]}* {Medium()}",
        < 99 => $"{Rare()[..3]}*",
        _ => $"headline:{Medium()}",
    };

    private string Rare() => One(rare);

    private string Medium() => One(medium);

    private string Phrase()
    {
        var text = One(texts);
        var at = random.Next(text.Count - 1);
        return $"\"{text[at]} {text[at + 1]}\"";
    }

    private T One<T>(List<T> all) => all[random.Next(all.Count)];

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex Words();

    [GeneratedRegex("[A-Z][a-z]+ [A-Z][a-z]+")]
    private static partial Regex Names();
}

using System.Text.RegularExpressions;

namespace NewsIndex.Queries;

/// <summary>The words that join clauses: our own, and those of Lexis and Factiva, which mean the same here.</summary>
internal static partial class OperatorWords
{
    private static readonly Dictionary<string, QueryTokenKind> Plain = new(StringComparer.Ordinal)
    {
        ["AND"] = QueryTokenKind.And,
        ["OR"] = QueryTokenKind.Or,
        ["NOT"] = QueryTokenKind.Not,
        ["ANDMAYBE"] = QueryTokenKind.AndMaybe,
        ["SAME"] = QueryTokenKind.Near,
        ["ADJ"] = QueryTokenKind.Near,
        ["BY"] = QueryTokenKind.By,
    };

    public static bool Is(string word) => Find(word) is not null;

    /// <summary>Whether it is an operator of nearness between two words only: elsewhere /5 and /s are signs beside a word.</summary>
    public static bool IsSign(string word) => word is "ADJ" || word[0] == '/' || word[0] is 'P' or 'p' && word[1] == '/';

    /// <summary>Whether some systems read it in either order: ADJ3 is one of Factiva, and another of Ovid.</summary>
    public static bool IsOtherwiseElsewhere(string word) => word.StartsWith("adj", StringComparison.OrdinalIgnoreCase) && word.Length > 3;

    /// <summary>Null for a word that joins nothing; with the text that its token has.</summary>
    public static (QueryTokenKind Kind, string Text)? Find(string word)
    {
        if (Plain.TryGetValue(word, out var kind))
            return (kind, word);
        if (NearForm().IsMatch(word))
            return (QueryTokenKind.Near, word);
        if (CountForm().Match(word) is { Success: true } counted)
            return (char.ToUpperInvariant(word[0]) == 'A' ? QueryTokenKind.AtLeast : QueryTokenKind.First, counted.Groups["n"].Value);
        return null;
    }

    /// <summary>Null when the number is no number from 1 to the limit.</summary>
    public static Proximity? ToProximity(string word, int limit)
    {
        if (word == "ADJ")
            return Proximity.Words(1, isOrdered: true);
        var match = NearForm().Match(word);
        if (!match.Success)
            return new Proximity(ProximityUnit.Paragraph, 0, false);
        var isOrdered = match.Groups["how"].Value.ToUpperInvariant() is "PRE" or "ADJ" or "P";
        if (match.Groups["unit"].Success)
            return new Proximity(
                char.ToUpperInvariant(match.Groups["unit"].Value[0]) == 'S' ? ProximityUnit.Sentence : ProximityUnit.Paragraph, 0,
                isOrdered);
        return int.TryParse(match.Groups["n"].Value, out var distance) && distance >= 1 && distance <= limit
            ? Proximity.Words(distance, isOrdered)
            : null;
    }

    /// <summary>The length of /Fn/ at a place, as Factiva writes FIRST/n; 0 when it is not there.</summary>
    public static int FactivaFirst(string text, int at, out string number)
    {
        var match = FactivaForm().Match(text, at);
        number = match.Groups["n"].Value;
        return match.Success && match.Index == at ? match.Length : 0;
    }

    /// <summary>Ours, and those of Lexis and Factiva; P/n is one of ProQuest, /n, /s and /p are of Westlaw.</summary>
    [GeneratedRegex(
        @"\A(?i:(?<how>NEAR|W|N|PRE|P)/(?<n>[0-9]+)|(?<how>NEAR|ADJ)(?<n>[0-9]+)|(?<how>W|PRE)/(?<unit>S|P|SENT|PARA)|/(?<n>[0-9]+)"
        + @"|/(?<unit>S|P))\z")]
    private static partial Regex NearForm();

    [GeneratedRegex(@"\A(?i:(?:ATLEAST|FIRST)/|ATLEAST)(?<n>[0-9]+)\z")]
    private static partial Regex CountForm();

    [GeneratedRegex(@"\G/F(?<n>[0-9]+)/(?=[\s)]|\z)")]
    private static partial Regex FactivaForm();
}

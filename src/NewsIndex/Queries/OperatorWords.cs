using System.Text.RegularExpressions;

namespace NewsIndex.Queries;

/// <summary>Operator words of this language and their equivalents in Lexis and Factiva.</summary>
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

    /// <summary>Returns true for a token that is a proximity operator only between two words; elsewhere /5 and /s are text.</summary>
    public static bool IsSign(string word) => word is "ADJ" || word[0] == '/' || word[0] is 'P' or 'p' && word[1] == '/';

    /// <summary>Returns true if systems differ on its order: ADJ3 is ordered in Factiva and unordered in Ovid.</summary>
    public static bool IsOtherwiseElsewhere(string word) => word.StartsWith("adj", StringComparison.OrdinalIgnoreCase) && word.Length > 3;

    /// <summary>The token of an operator word with its text; null for other words.</summary>
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

    /// <summary>The proximity of an operator; null when its number is not from 1 to the limit.</summary>
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

    /// <summary>The length of /Fn/, which is FIRST/n in Factiva, at an offset; 0 when there is none.</summary>
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

using System.Collections.Frozen;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NewsIndex.Analysis;

/// <summary>
/// Stems of English words by Porter's second algorithm, with tables for irregular forms (women, bought), different words that it joins
/// (university and universe), and the two spellings of -ize. For one thread.
/// </summary>
/// <remarks>Martin Porter, "The English (Porter2) stemming algorithm", snowballstem.org, as Lucene has it.</remarks>
internal sealed class EnglishStem
{
    private static readonly FrozenDictionary<string, string> Forms = TableOf("english-forms.tsv");
    private static readonly FrozenDictionary<string, string> Stems = TableOf("english-stems.tsv");
    private static readonly FrozenDictionary<string, string> Ize = TableOf("english-ize.tsv");
    private static readonly string[] AfterIs = ["e", "ed", "es", "er", "ers", "ing", "able", "ation", "ations", "ational"];

    private readonly EnglishStemmer stemmer = new();

    /// <summary>The words of the tables, whose stems no rule tells, with their stems.</summary>
    public static IEnumerable<(string Word, string Stem)> IrregularWords()
    {
        var stems = new EnglishStem();
        return Forms.Keys.Concat(Stems.Keys).Distinct().Select(word => (word, stems.Of(word)));
    }

    /// <param name="word">In lower case, without possessive.</param>
    public string Of(string word)
    {
        var regular = Forms.GetValueOrDefault(word) ?? WithIze(word);
        if (StemOfBase(regular) is { } own)
            return own;
        stemmer.SetCurrent(regular);
        stemmer.Stem();
        return stemmer.Current is var stem && stem == word ? word : stem;
    }

    private static string WithIze(string word)
    {
        for (var at = word.IndexOf("is", StringComparison.Ordinal); at > 0; at = word.IndexOf("is", at + 1, StringComparison.Ordinal))
        {
            if (Ize.ContainsKey(word[..at]) && AfterIs.Contains(word[(at + 2)..]))
                return $"{word[..at]}iz{word[(at + 2)..]}";
        }

        return word;
    }

    /// <summary>The stem of a word in the table, or of its plural or adverb; null for other words.</summary>
    private static string? StemOfBase(string word) =>
        Stems.GetValueOrDefault(word)
        ?? Without(word, "s", "") ?? Without(word, "es", "") ?? Without(word, "ies", "y") ?? Without(word, "ly", "");

    private static string? Without(string word, string ending, string instead) =>
        word.EndsWith(ending, StringComparison.Ordinal) ? Stems.GetValueOrDefault(word[..^ending.Length] + instead) : null;

    private static FrozenDictionary<string, string> TableOf(string name)
    {
        using var file = typeof(EnglishStem).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing");
        using var lines = new StreamReader(file);
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                rows.Add(line.Split('\t')[0], line.Split('\t')[^1]);
        }

        return rows.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

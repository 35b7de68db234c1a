using CsCheck;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Words;

/// <summary>Texts whose words are found in one pass, and those of real archives.</summary>
internal static class EnglishTexts
{
    private static readonly string[] Pieces =
    [
        "a", "B", "Storm", "hits", "THE", "the", "It", "US", "us", "U.S", "U.S.", "N.A.T.O.", "J. K.", "Korea's", "boys'", "don't", "DON'T",
        "O'Brien", "1,000", "10,000,000", "1.5", "99,335", "1.234.567", "4,000.5", "1,0000", "0,001", "1.2,3", "12:30", "e-mail",
        "state-of-the-art", "2-1", "1980-81", "covid-19", "--", "-", "_", "__",
        "a_b", "_x", "x_", "C++", "#MeToo", "AT&T", "Marks & Spencer", "$5", "50%", ".NET", "either/or", "well-", "-being", "women",
        "universities", "organisation", "(", ")", "\"", ".", ",", ";", ":", "'", "/", "*", "^", "~", "|", "<", ">", "=", "&", "@", "\n\n",
        "\t", "’", "‘", "“", "”", "–", "—", "‑", "…", "?", "!", "1st", "M-2", "F-16s", "C.", "e.g.", "5'10", "a'b'c", "a:b", "a::b", "1;2",
        "x1y2", "is", "Is", "of", "McDonald", "internationalisation", "abcdefghijklmnop", "abcdefghijklmnopq", "abcdefghijklmnopQ",
        "a-b-c-d-e-f", "1-a", "a-1", "the-the", "of-of", "'s", "s'", "X's-Y's", "re-elect", "A-", "-A", "\\", "{", "}", "[", "]",
    ];

    /// <summary>Larger files are left out, for the sake of time.</summary>
    private const int MaxBytes = 20_000_000;

    /// <summary>Characters that the rules for words speak of, closer together than texts have them.</summary>
    private const string Letters = "aB1_:,;.'’-–— &/+\"#$\n";

    public static readonly Gen<string> Words =
        Gen.Select(Gen.Int[0, Pieces.Length - 1], Gen.Bool).Select((i, isApart) => isApart ? Pieces[i] + " " : Pieces[i])
            .Array[0, 14].Select(string.Concat);

    public static readonly Gen<string> Characters = Gen.Int[0, Letters.Length - 1].Select(i => Letters[i]).Array[0, 16]
        .Select(letters => new string(letters));

    /// <summary>Some of the articles of each file of the shared archives.</summary>
    public static IEnumerable<Article> OfArchives()
    {
        var archive = new ArchiveFile(new ArchiveReaders());
        return Directory.EnumerateFiles(Path.Combine(Repository.SharedData!, "archives"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Where(file => new FileInfo(file).Length < MaxBytes)
            .SelectMany(file => archive.Read(file).Take(400))
            .OfType<Reading.Read>()
            .Select(read => read.Article);
    }
}

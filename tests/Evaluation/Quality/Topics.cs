namespace Evaluation.Quality;

/// <summary>What was asked: a number and words, parted by a tab, a line each.</summary>
internal sealed record Topic(string Number, string Words)
{
    private static readonly HashSet<string> StopWords =
    [
        .. ("a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was "
            + "will with").Split(' '),
    ];

    /// <summary>Distinct words other than English stop words.</summary>
    public int CountWords() => Words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Any(char.IsLetterOrDigit) && !StopWords.Contains(word)).Distinct(StringComparer.Ordinal).Count();

    public static IReadOnlyList<Topic> Read(string path) =>
        [
            .. File.ReadLines(path)
                .Where(line => line.Length > 0)
                .Select(line => line.Split('\t', 2))
                .Select(parts => new Topic(parts[0], parts[1]))];
}

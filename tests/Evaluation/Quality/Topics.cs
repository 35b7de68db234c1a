namespace Evaluation.Quality;

/// <summary>What was asked: a number and words, parted by a tab, a line each.</summary>
internal sealed record Topic(string Number, string Words)
{
    public static IReadOnlyList<Topic> Read(string path) =>
        [
            .. File.ReadLines(path)
                .Where(line => line.Length > 0)
                .Select(line => line.Split('\t', 2))
                .Select(parts => new Topic(parts[0], parts[1]))];
}

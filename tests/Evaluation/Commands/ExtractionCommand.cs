using System.CommandLine;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Evaluation.Extraction;
using Indexer.Extraction;

namespace Evaluation.Commands;

internal static class ExtractionCommand
{
    public static Command Create()
    {
        var bodies = new Option<string?>("--bodies") { HelpName = "DIR" };
        var metadata = new Option<string?>("--metadata") { HelpName = "DIR" };
        var worst = new Option<int>("--worst") { HelpName = "N" };
        var command = new Command("extraction", "Measures what is extracted from news pages.") { bodies, metadata, worst };
        command.SetAction(parsed => Run(parsed.GetValue(bodies), parsed.GetValue(metadata), parsed.GetValue(worst)));
        return command;
    }

    private static int Run(string? bodies, string? metadata, int worst)
    {
        if (bodies is not null)
        {
            using var truths = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(bodies, "ground-truth.json")));
            var scores = new List<(string Id, double? P, double? R, string Truth, string Got)>();
            foreach (var page in truths.RootElement.EnumerateObject())
            {
                if (Environment.GetEnvironmentVariable("DBG") is { } only && !page.Name.StartsWith(only, StringComparison.Ordinal)) continue;
                using var file = new GZipStream(File.OpenRead(Path.Combine(bodies, "html", page.Name + ".html.gz")), CompressionMode.Decompress);
                using var reader = new StreamReader(file, Encoding.UTF8);
                var html = reader.ReadToEnd();
                var got = PageArticle.Read(html, null)?.Body ?? "";
                var truth = page.Value.GetProperty("articleBody").GetString()!;
                var (p, r) = Shingles.Compare(truth, got);
                scores.Add((page.Name, p, r, truth, got));
            }

            var precision = scores.Where(s => s.P is not null).Average(s => s.P!.Value);
            var recall = scores.Where(s => s.R is not null).Average(s => s.R!.Value);
            Console.WriteLine($"pages={scores.Count} F1={2 * precision * recall / (precision + recall):F4} P={precision:F4} R={recall:F4}");
            foreach (var s in scores.OrderBy(s => 2 * (s.P ?? 0) * (s.R ?? 0) / Math.Max(0.001, (s.P ?? 0) + (s.R ?? 0))).Take(worst))
            {
                Console.WriteLine($"=== {s.Id} P={s.P:F3} R={s.R:F3}");
                var got = s.Got.Split("\n\n").ToHashSet();
                foreach (var line in s.Got.Split("\n\n"))
                    if (!Norm(s.Truth).Contains(Norm(line), StringComparison.Ordinal))
                        Console.WriteLine("  + " + line[..Math.Min(line.Length, 150)]);
                foreach (var line in s.Truth.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    if (!Norm(s.Got).Contains(Norm(line), StringComparison.Ordinal))
                        Console.WriteLine("  - " + line[..Math.Min(line.Length, 150)]);
            }
        }

        if (metadata is not null)
            Metadata(metadata, worst);
        return 0;
    }

    private static void Metadata(string folder, int worst)
    {
        using var truths = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "ground-truth.json")));
        int pages = 0, titles = 0, titlesRight = 0, dates = 0, datesRight = 0, datesWrong = 0, authors = 0, authorsRight = 0, with = 0, withFound = 0, without = 0, withoutFound = 0;
        foreach (var page in truths.RootElement.EnumerateObject())
        {
            if (Environment.GetEnvironmentVariable("DBG") is { } only && !page.Value.GetProperty("file").GetString()!.StartsWith(only, StringComparison.Ordinal)) continue;
            var path = Path.Combine(folder, "html", page.Value.GetProperty("file").GetString()!);
            string html;
            if (File.Exists(path)) html = Indexer.Archives.TextDecoding.Decode(File.ReadAllBytes(path));
            else
            {
                using var file = new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
                using var memory = new MemoryStream();
                file.CopyTo(memory);
                html = Indexer.Archives.TextDecoding.Decode(memory.ToArray());
            }
            pages++;
            var article = PageArticle.Read(html, page.Name);
            string? Truth(string field) => page.Value.TryGetProperty(field, out var v) && v.ValueKind == JsonValueKind.String && v.GetString()!.Length > 0 ? v.GetString() : null;
            if (Truth("title") is { } title)
            {
                titles++;
                if (Norm(System.Net.WebUtility.HtmlDecode(title)).Equals(Norm(article?.Headline ?? ""), StringComparison.OrdinalIgnoreCase)) titlesRight++;
                else if (worst > 0) Console.WriteLine($"TITLE {path[^38..]} [{title}] got [{article?.Headline}]");
            }
            if (Truth("date") is { } date)
            {
                dates++;
                var got = article?.Published.Date;
                if (got is { } d && d.FirstDay == d.LastDay && d.FirstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) == date) datesRight++;
                else { if (got is { Precision: >= NewsIndex.Articles.DatePrecision.Day }) datesWrong++; if (worst > 0) Console.WriteLine($"DATE {path[^38..]} {page.Name} [{date}] got [{got}] {article?.Published.Provenance}"); }
            }
            if (Truth("author") is { } author)
            {
                authors++;
                var want = NameWords(author); var have = NameWords(string.Join(" ", article?.Authors ?? []));
                if (want.SetEquals(have)) authorsRight++;
                else if (worst > 0) Console.WriteLine($"AUTHOR {path[^38..]} [{author}] got [{string.Join("; ", article?.Authors ?? [])}]");
            }
            var body = Norm(article?.Body ?? "");
            foreach (var s in page.Value.GetProperty("with").EnumerateArray()) { with++; if (body.Contains(Norm(s.GetString()!), StringComparison.Ordinal)) withFound++; else if (worst > 1) Console.WriteLine($"WITH {path[^38..]} {s}"); }
            foreach (var s in page.Value.GetProperty("without").EnumerateArray()) { without++; if (body.Contains(Norm(s.GetString()!), StringComparison.Ordinal)) { withoutFound++; if (worst > 1) Console.WriteLine($"WITHOUT {path[^38..]} {s}"); } }
        }
        Console.WriteLine($"pages={pages} title={100.0 * titlesRight / titles:F1}% of {titles} date={100.0 * datesRight / dates:F1}% wrong={100.0 * datesWrong / dates:F1}% of {dates} author={100.0 * authorsRight / authors:F1}% of {authors} with={100.0 * withFound / with:F1}% without={100.0 * withoutFound / without:F1}%");
    }

    private static HashSet<string> NameWords(string s) => [.. s.ToLowerInvariant().Split((char[])[' ', ',', ';', '/', '.', '-', '|'], StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("and" or "und" or "von" or "by"))];

    private static string Norm(string s) => new([.. s.Where(char.IsLetterOrDigit)]);
}

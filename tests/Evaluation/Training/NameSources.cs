using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Recognition.Features;
using Recognition.Text;

namespace Evaluation.Training;

/// <summary>Reads the gazetteer from lists under open licences.</summary>
internal sealed class NameSources(string folder)
{
    private readonly SortedDictionary<string, ushort> names = new(StringComparer.Ordinal);

    /// <summary>Returns names in lower case with the bits of their types, as <see cref="Gazetteer.Types"/> numbers them.</summary>
    public SortedDictionary<string, ushort> Read()
    {
        AddLines("first name", "census-surnames-names/first_names_all.txt", "census-surnames-names/first_names_us.txt");
        AddLines("surname", "census-surnames-names/surnames_all.txt", "census-surnames-names/surnames_us.txt");
        AddTable("world-cities/data/world-cities.csv", row =>
        {
            Add("city", row.GetField("name"));
            Add("region", row.GetField("subcountry"));
            Add("country", row.GetField("country"));
        });
        AddTable("country-codes/data/country-codes.csv", row =>
        {
            foreach (var column in new[] { "official_name_en", "UNTERM English Short", "UNTERM English Formal", "CLDR display name" })
                Add("country", row.GetField(column));
        });
        AddTable("sp500/constituents.csv", row => Add("company", WithoutForm(row.GetField("Security")!)));
        AddClubs();
        foreach (var line in File.ReadLines(Path.Combine(folder, "wordnet-instances/instances.tsv")))
        {
            var columns = line.Split('\t');
            var type = columns[0] switch { "PER" => "known person", "LOC" => "known place", _ => "known organization" };
            foreach (var name in columns[1].Split('|'))
                Add(type, name);
        }

        foreach (var line in File.ReadLines(Path.Combine(folder, "us-legislators/legislators-current.yaml")))
        {
            if (line.Trim() is var entry && entry.StartsWith("official_full: ", StringComparison.Ordinal))
                Add("known person", entry["official_full: ".Length..].Trim('\'', '"'));
        }

        return names;
    }

    private void AddLines(string type, params string[] files)
    {
        foreach (var line in files.SelectMany(file => File.ReadLines(Path.Combine(folder, file))))
            Add(type, line);
    }

    private void AddTable(string file, Action<CsvReader> row)
    {
        var lenient = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null };
        using var csv = new CsvReader(new StreamReader(Path.Combine(folder, file)), lenient);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            row(csv);
    }

    /// <summary>Reads lines such as <c>Chelsea FC, 1905, @ Stamford Bridge</c> and below each <c>| Chelsea | FC Chelsea</c>.</summary>
    private void AddClubs()
    {
        var files = Directory.EnumerateFiles(Path.Combine(folder, "openfootball-clubs"), "*.clubs.txt", SearchOption.AllDirectories);
        foreach (var line in files.Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            var text = line.Split('#')[0].Trim();
            if (text.Length == 0 || text[0] == '=')
                continue;
            foreach (var name in text[0] == '|' ? text.Split('|') : [text.Split(',')[0]])
                Add("club", name);
        }
    }

    private static string WithoutForm(string company)
    {
        var bracket = company.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 ? company[..bracket] : company;
    }

    private void Add(string type, string? name)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(name ?? "", 0, name?.Length ?? 0, tokens);
        if (tokens.Count > 1 && tokens[0].Text is "the" or "The")
            tokens.RemoveAt(0);
        if (tokens.Count == 0 || tokens.Count > Gazetteer.MaxWords || tokens.Sum(token => token.Text.Length) < 2)
            return;
        var key = string.Join(' ', tokens.Select(token => token.Text.ToLowerInvariant()));
        names[key] = (ushort)(names.GetValueOrDefault(key) | (1 << Array.IndexOf(Gazetteer.Types, type)));
    }
}

using System.IO.Compression;
using System.Text.Json;
using Indexer.Texts;

namespace Evaluation.Extraction;

/// <summary>
/// A folder of news pages with what people say of each: <c>ground-truth.json</c> beside <c>html/</c>, whose files may be gzipped.
/// </summary>
internal sealed class PageSet : IDisposable
{
    private readonly string folder;
    private readonly JsonDocument truths;

    public PageSet(string folder)
    {
        this.folder = folder;
        truths = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "ground-truth.json")));
    }

    /// <param name="fileOf">The name of a page's file under html/, without .gz.</param>
    public IEnumerable<(string Name, string Html, JsonElement Truth)> Pages(Func<JsonProperty, string> fileOf, PageHalf half) =>
        truths.RootElement.EnumerateObject().Where(page => half.Has(fileOf(page)))
            .Select(page => (page.Name, Read(Path.Combine(folder, "html", fileOf(page))), page.Value));

    public void Dispose() => truths.Dispose();

    private static string Read(string path)
    {
        if (File.Exists(path))
            return EncodedText.Decode(File.ReadAllBytes(path));
        using var file = new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        file.CopyTo(whole);
        return EncodedText.Decode(whole.ToArray());
    }
}

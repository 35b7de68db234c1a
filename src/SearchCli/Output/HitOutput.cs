using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Prints hits to standard output.</summary>
internal abstract class HitOutput
{
    public static HitOutput Text { get; } = new HitText();

    public static HitOutput Csv { get; } = new HitCsv();

    public static HitOutput Json { get; } = new HitJson();

    public abstract void Print(SearchResponse response);
}

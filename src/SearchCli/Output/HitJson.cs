using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>For scripts: the reply as it came, on one line.</summary>
internal sealed class HitJson : HitOutput
{
    public override void Print(SearchResponse response) => Console.WriteLine(JsonOutput.Of(response));
}

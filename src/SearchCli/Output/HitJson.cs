using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Prints the reply as JSON on one line.</summary>
internal sealed class HitJson : HitOutput
{
    public override void Print(SearchResponse response) => Console.WriteLine(JsonOutput.Of(response));
}

namespace NewsSearch.Tests.Clients;

/// <summary>A test that Node.js runs, with packages that `.ci/run` installs. CI never skips it.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public static readonly string Folder = Path.Combine(Repository.Root, "tests", "Clients", "node");

    public NodeFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && !Directory.Exists(Path.Combine(Folder, "node_modules")))
            Skip = "The packages of the Node client are not installed: run npm ci in tests/Clients/node.";
    }
}

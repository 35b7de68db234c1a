using System.Text;

namespace NewsSearch.Tests.Architecture;

/// <summary>A page that lists each folder of the product and the folders that it uses.</summary>
internal static class FolderTable
{
    public static string Of(FolderGraph graph)
    {
        var page = new StringBuilder("""
            # Folders and what they use

            A test writes this table from the compiled assemblies and fails when it differs (`UPDATE_GOLDEN=1 dotnet test` writes it anew).
            A folder is a namespace. No circle is allowed.

            | folder | uses |
            |---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var folder in graph.Folders)
            page.Append("| ").Append(Shown(folder)).Append(" | ").AppendJoin(", ", graph.UsedBy(folder).Select(Shown)).Append(" |\n");
        return page.ToString();
    }

    private static string Shown(string folder) => folder.Replace('.', '/');
}

using System.Text.Json;
using Indexer.Archives.Tables;

namespace Indexer.Archives.Json;

/// <summary>Any JSON objects with a headline or a text, by the names of their members or by a mapping.</summary>
internal sealed class MappedJsonReader(FieldMapping mapping) : JsonReader
{
    public override string Name => "json";

    protected override bool RecognisesNames(IReadOnlySet<string> names) => names.Count > 0 && (mapping.IsGiven || mapping.FitsArticles([.. names]));

    protected override JsonReading ReadValue(JsonElement value)
    {
        var members = value.EnumerateObject().ToList();
        var (article, notice) = new MappedArticle(members.ConvertAll(member => member.Name), mapping).Read(column => JsonText.All(members[column].Value));
        return new JsonReading([article]) { Notice = notice };
    }
}

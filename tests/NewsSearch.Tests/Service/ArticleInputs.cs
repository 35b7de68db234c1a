using System.Text.Json;
using NewsIndex.Articles;
using NewsSearch.V1;

namespace NewsSearch.Tests.Service;

/// <summary>Article records as the messages that say the same.</summary>
internal static class ArticleInputs
{
    /// <summary>What the format of records says, in the message.</summary>
    public static ArticleInput Of(JsonElement record)
    {
        var article = ArticleRecord.Read(record);
        var input = new ArticleInput
        {
            Id = article.Id,
            Headline = article.Headline,
            Body = article.Body,
            Source = article.Source ?? "",
            Url = article.Url ?? "",
            Language = article.Language ?? "",
            Section = article.Section ?? "",
            Authors = { article.Authors },
            Tags = { article.Tags },
            Entities =
            {
                article.Entities.Select(entity => new EntityInput
                {
                    Name = entity.Name, Type = Enum.Parse<V1.EntityType>(entity.Type.ToString()),
                }),
            },
        };
        if (article.Published.Provenance != DateProvenance.None)
        {
            input.Published = new DateInput
            {
                Value = article.Published.Date?.ToString() ?? "",
                TimeOfDay = article.Published.TimeOfDayText ?? "",
                Provenance = Provenance(article.Published.Provenance),
                Conflicts =
                {
                    article.Published.Conflicts.Select(conflict => new ConflictInput
                    {
                        Value = conflict.Date.ToString(), Provenance = Provenance(conflict.Provenance),
                    }),
                },
            };
        }

        return input;
    }

    private static V1.PublishedDate.Types.Provenance Provenance(DateProvenance provenance) =>
        Enum.Parse<V1.PublishedDate.Types.Provenance>(provenance.ToString());
}

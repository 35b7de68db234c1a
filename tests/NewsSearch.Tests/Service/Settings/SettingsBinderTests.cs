using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using SearchService.Settings;

namespace NewsSearch.Tests.Service.Settings;

/// <summary>The names that settings have in a configuration, and what each sets.</summary>
public sealed class SettingsBinderTests
{
    [Theory]
    [InlineData("Search:Address", "localhost")]
    [InlineData("Search:GrpcPort", "7001")]
    [InlineData("Search:HttpPort", "7000")]
    [InlineData("Search:AllowedHosts", "*.example.org")]
    [InlineData("Search:Deadline", "00:00:05")]
    [InlineData("Search:StreamDeadline", "02:00:00")]
    [InlineData("Search:StreamTimeout", "00:00:09")]
    [InlineData("Search:MaxConcurrentSearches", "3")]
    [InlineData("Search:MaxConnections", "30")]
    [InlineData("Search:MaxSearchWait", "00:00:01")]
    [InlineData("Search:MaxQueuedSearches", "8")]
    [InlineData("Search:SlowSearchThreshold", "00:00:07")]
    [InlineData("Search:LogQueryText", "True")]
    [InlineData("Search:LogFormat", "json")]
    [InlineData("Search:OtlpEndpoint", "http://127.0.0.1:4317")]
    [InlineData("Search:Access:KeyFile", "keys.jsonl")]
    [InlineData("Search:Access:CallsPerSecond", "9")]
    [InlineData("Search:Access:ConcurrentCalls", "5")]
    [InlineData("Search:Access:Jwt:Issuer", "https://login.example")]
    [InlineData("Search:Access:Jwt:Audience", "newssearch")]
    [InlineData("Search:Access:Jwt:KeySetFile", "jwks.json")]
    [InlineData("Search:Access:Jwt:NameClaim", "email")]
    [InlineData("Search:Access:Jwt:ScopePrefix", "archive:")]
    [InlineData("Search:Access:Jwt:SourcesClaim", "sources")]
    [InlineData("Search:Index:Directory", "elsewhere")]
    [InlineData("Search:Index:Bm25K1", "0.9")]
    [InlineData("Search:Index:Bm25B", "0.4")]
    [InlineData("Search:Index:MeaningWeight", "0.5")]
    [InlineData("Search:Index:TopicFeedbackWeight", "0.25")]
    [InlineData("Search:Index:HeadlineWeight", "2")]
    [InlineData("Search:Index:PhraseWeight", "3")]
    [InlineData("Search:Index:TypedFormWeight", "4")]
    [InlineData("Search:Index:FeedbackWeight", "5")]
    [InlineData("Search:Index:RescoringWindow", "50")]
    [InlineData("Search:Index:PassageEmbeddingWeight", "0.5")]
    [InlineData("Search:Index:KnownTotals", "7")]
    [InlineData("Search:Index:KeepGenerations", "00:01:00")]
    [InlineData("Search:Index:WarmUp", "True")]
    [InlineData("Search:Index:CacheMegabytes", "64")]
    [InlineData("Search:Index:WriteBufferMegabytes", "32")]
    [InlineData("Search:Index:CopySpan", "5000")]
    [InlineData("Search:Index:WriteThreads", "4")]
    [InlineData("Search:Ingest:Enabled", "True")]
    [InlineData("Search:Ingest:Recogniser", "accurate")]
    [InlineData("Search:Ingest:Passages", "True")]
    [InlineData("Search:Ingest:MaxArticleBytes", "5000")]
    [InlineData("Search:Ingest:QueuedArticles", "7")]
    [InlineData("Search:Ingest:StreamsPerCaller", "3")]
    [InlineData("Search:Ingest:HoldIndex", "00:00:05")]
    [InlineData("Search:Ingest:WaitForIndex", "00:00:06")]
    [InlineData("Search:Index:Recogniser", "fast 1")]
    [InlineData("Search:SnapshotFolder", "elsewhere")]
    [InlineData("Search:Index:Pins:MaxPins", "20")]
    [InlineData("Search:Index:Pins:MaxPinsPerOwner", "10")]
    [InlineData("Search:Index:Limits:Length", "1000")]
    [InlineData("Search:Index:Limits:Clauses", "10")]
    [InlineData("Search:Index:Limits:Depth", "5")]
    [InlineData("Search:Index:Limits:Distance", "20")]
    [InlineData("Search:Index:Limits:ExpandedTerms", "30")]
    [InlineData("Search:Index:Limits:PlacedTerms", "40")]
    [InlineData("Search:Index:Limits:Positions", "2000")]
    public void A_setting_has_one_name_and_sets_nothing_else(string name, string value)
    {
        var changed = Values(Bind((name, value))).Except(Values(new SearchOptions()));
        Assert.Equal([(name, value)], changed);
    }

    [Fact]
    public void The_list_of_names_above_is_complete()
    {
        var test = typeof(SettingsBinderTests).GetMethod(nameof(A_setting_has_one_name_and_sets_nothing_else))!;
        var rows = test.GetCustomAttributes<InlineDataAttribute>().SelectMany(row => row.GetData(test)).Select(row => (string)row[0]);
        Assert.Equal(rows.Order(), ServiceSetting.All.Select(setting => setting.Name).Order());
    }

    [Fact]
    public void Every_options_object_within_the_options_has_a_section()
    {
        var options = new SearchOptions();
        var sections = SettingSections.Of(options).Select(section => section.Options).ToHashSet();
        var within = sections.SelectMany(section => section.GetType().GetProperties()
            .Where(property => property.GetMethod is { IsStatic: false } && property.PropertyType is { IsClass: true } type
                && type != typeof(string))
            .Select(property => property.GetValue(section)!));
        Assert.All(within, each => Assert.Contains(each, sections));
    }

    [Fact]
    public void Names_are_read_in_any_case() => Assert.Equal(9, Bind(("search:index:PHRASEWEIGHT", "9")).Index.Ranking.PhraseWeight);

    [Theory]
    [InlineData("Search:GrpcPrt", "Search:GrpcPrt is not a setting (did you mean Search:GrpcPort?)")]
    [InlineData("Search:Index:Ranking:PhraseWeight", "Search:Index:Ranking is not a setting")]
    [InlineData("Search:Index:Limits:Clause", "Search:Index:Limits:Clause is not a setting (did you mean Search:Index:Limits:Clauses?)")]
    [InlineData("Search:Nonsense", "Search:Nonsense is not a setting")]
    public void An_unknown_name_is_refused(string name, string error) =>
        Assert.StartsWith(error, Assert.Throws<InvalidOperationException>(() => Bind((name, "1"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Search:Index:PhraseWeight", "much")]
    [InlineData("Search:Index:Limits:Depth", "")]
    [InlineData("Search:Deadline", "soon")]
    public void A_value_of_another_type_is_refused_with_its_name(string name, string value) =>
        Assert.Contains(name, Assert.Throws<InvalidOperationException>(() => Bind((name, value))).Message, StringComparison.Ordinal);

    private static SearchOptions Bind(params (string Name, string Value)[] configured)
    {
        var options = new SearchOptions();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(configured.Select(each => KeyValuePair.Create(each.Name, (string?)each.Value))).Build();
        SettingsBinder.Bind(configuration, options);
        return options;
    }

    private static IEnumerable<(string Name, string Value)> Values(SearchOptions options) => ServiceSetting.Properties(options)
        .Select(each => (each.Name, string.Create(CultureInfo.InvariantCulture, $"{each.Property.GetValue(each.Owner)}")));
}

using Microsoft.Extensions.Options;

namespace SearchService.Settings;

/// <summary>Checks every setting at the start, so that a wrong one is reported with its name and range before anything listens.</summary>
[OptionsValidator]
internal sealed partial class SearchOptionsValidator : IValidateOptions<SearchOptions>;

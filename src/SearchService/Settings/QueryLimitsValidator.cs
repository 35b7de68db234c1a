using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SearchService.Settings;

/// <summary>Checks the limits of queries, which the library has without knowing of settings.</summary>
internal sealed class QueryLimitsValidator : IValidateOptions<SearchOptions>
{
    public ValidateOptionsResult Validate(string? name, SearchOptions options)
    {
        var wrong = new List<ValidationResult>();
        var limits = options.Index.Limits;
        return Validator.TryValidateObject(limits, new ValidationContext(limits), wrong, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wrong.Select(each => $"Search:Index:Limits: {each.ErrorMessage}"));
    }
}

using System.ComponentModel.DataAnnotations;

namespace SearchService.Settings;

/// <summary>Requires the name of a form of the log.</summary>
internal sealed class LogFormatAttribute : ValidationAttribute
{
    public const string Text = "text";
    public const string Json = "json";

    public LogFormatAttribute() => ErrorMessage = $"{Text} or {Json}";

    public override bool IsValid(object? value) => value is Text or Json;
}

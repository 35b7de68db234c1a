using System.ComponentModel.DataAnnotations;

namespace SearchService.Settings;

/// <summary>Requires the name of a recogniser.</summary>
internal sealed class RecogniserAttribute : ValidationAttribute
{
    public RecogniserAttribute() => ErrorMessage = "fast, balanced, accurate or none";

    public override bool IsValid(object? value) => value is "fast" or "balanced" or "accurate" or "none";
}

namespace NewsIndex.Analysis;

/// <summary>English names of languages, for notices.</summary>
internal static class LanguageNames
{
    private static readonly Dictionary<string, string> ByCode = new(StringComparer.Ordinal)
    {
        ["en"] = "English",
        ["ar"] = "Arabic",
        ["bg"] = "Bulgarian",
        ["ca"] = "Catalan",
        ["ckb"] = "Central Kurdish",
        ["cs"] = "Czech",
        ["da"] = "Danish",
        ["de"] = "German",
        ["el"] = "Greek",
        ["es"] = "Spanish",
        ["eu"] = "Basque",
        ["fa"] = "Persian",
        ["fi"] = "Finnish",
        ["fr"] = "French",
        ["ga"] = "Irish",
        ["gl"] = "Galician",
        ["hi"] = "Hindi",
        ["hu"] = "Hungarian",
        ["hy"] = "Armenian",
        ["id"] = "Indonesian",
        ["it"] = "Italian",
        ["ja"] = "Japanese",
        ["ko"] = "Korean",
        ["lv"] = "Latvian",
        ["nl"] = "Dutch",
        ["no"] = "Norwegian",
        ["pt"] = "Portuguese",
        ["ro"] = "Romanian",
        ["ru"] = "Russian",
        ["sv"] = "Swedish",
        ["tr"] = "Turkish",
        ["zh"] = "Chinese",
    };

    /// <summary>The name of a language by its ISO 639 code; the code itself when the language has no analyzer.</summary>
    public static string Of(string code) => ByCode.GetValueOrDefault(code, code);
}

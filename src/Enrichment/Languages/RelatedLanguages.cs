namespace Enrichment.Languages;

/// <summary>
/// Languages that <see cref="LanguageVote"/> cannot distinguish from one that it knows: they share its function words or its script.
/// </summary>
internal static class RelatedLanguages
{
    private static readonly Dictionary<string, string[]> ByVoted = new(StringComparer.Ordinal)
    {
        ["ar"] = ["arz", "ur", "ps", "ckb"],
        ["bg"] = ["mk", "sr"],
        ["ca"] = ["oc", "es"],
        ["cs"] = ["sk"],
        ["da"] = ["no", "nb", "nn", "sv", "fo"],
        ["de"] = ["lb", "nds", "gsw"],
        ["es"] = ["gl", "ast", "ca", "an"],
        ["fa"] = ["ckb", "ur", "ps", "prs"],
        ["fr"] = ["oc", "wa", "br"],
        ["he"] = ["iw", "yi"],
        ["hi"] = ["mr", "ne", "sa", "bho"],
        ["hr"] = ["sr", "bs", "sh", "me", "cnr", "sl"],
        ["id"] = ["ms", "jv", "su", "in"],
        ["it"] = ["co", "scn", "vec", "rm"],
        ["ja"] = ["ain"],
        ["nl"] = ["af", "li", "fy", "vls"],
        ["no"] = ["nb", "nn", "da", "sv"],
        ["pt"] = ["gl", "mwl"],
        ["ro"] = ["mo"],
        ["ru"] = ["be", "uk", "rue"],
        ["sk"] = ["cs"],
        ["sv"] = ["no", "nb", "nn", "da"],
        ["tr"] = ["az", "tk", "crh"],
        ["uk"] = ["be", "ru", "rue"],
        ["zh"] = ["ja", "ko", "yue", "wuu", "lzh"],
    };

    /// <summary>Returns true if a text in the declared language may be mistaken for the other.</summary>
    /// <param name="declared">BCP 47 tag.</param>
    /// <param name="voted">Leader of a <see cref="LanguageVote"/>.</param>
    public static bool MayBeMistakenFor(string declared, string voted)
    {
        var code = declared.Split('-', '_')[0].ToLowerInvariant();
        return code == voted || (ByVoted.TryGetValue(voted, out var relatives) && relatives.Contains(code));
    }
}

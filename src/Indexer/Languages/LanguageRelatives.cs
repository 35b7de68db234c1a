namespace Indexer.Languages;

/// <summary>
/// Languages that <see cref="LanguageVote"/> cannot tell from one of its own: they share its small words or its script, and have no list of
/// their own or nearly the same one.
/// </summary>
internal static class LanguageRelatives
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

    /// <summary>Whether a text of a declared language may well get the votes of another.</summary>
    /// <param name="declared">A BCP 47 tag.</param>
    /// <param name="voted">As <see cref="LanguageVote"/> gives it.</param>
    public static bool MayBe(string declared, string voted)
    {
        var code = declared.Split('-', '_')[0].ToLowerInvariant();
        return code == voted || (ByVoted.TryGetValue(voted, out var relatives) && relatives.Contains(code));
    }
}

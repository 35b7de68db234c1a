using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition.Rules;

/// <summary>
/// Tags firms that are named after persons: "Kidder, Peabody and Co" is one organisation, and "Kidder" alone in the same document is its
/// short form, unless the document also names a person with that surname ("Mr Kidder", "John Kidder").
/// </summary>
internal sealed class FirmNames : IDocumentRule
{
    /// <summary>Tokens of a list of partners, commas included.</summary>
    private const int MaxPartnerTokens = 12;

    /// <summary>Words after "and" that end the name of a firm.</summary>
    private static readonly FrozenSet<string> PartnerWords = WordSet.Of("Co Co. Company Sons Bros Bros. Brothers Associates Partners Cie");

    /// <summary>Words that end the name of a firm.</summary>
    private static readonly FrozenSet<string> FirmWords = WordSet.Of(
        "Co Co. Company Sons Bros Bros. Brothers Associates Partners Cie Inc Inc. Incorporated Corp Corp. Corporation Ltd Ltd. Limited " +
        "PLC Plc plc LLC LLP AG SA SpA S.p.A. NV AB Oyj GmbH Bhd");

    /// <summary>Legal forms that turn a person's name in front of them into a firm's: "Pirelli SpA", "Philip Morris Inc".</summary>
    private static readonly FrozenSet<string> LegalForms = WordSet.Of(
        "Inc Inc. Incorporated Corp Corp. Corporation Ltd Ltd. PLC Plc plc LLC LLP AG SpA S.p.A. GmbH Oyj Bhd");

    private static readonly FrozenSet<string> Titles = WordSet.Of(
        "Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Sir Prof. Professor President Senator Sen. Chairman chairman");

    public string Name => "firms";

    public void Apply(IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        var shortForms = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tags.Length; i++)
        {
            // A firm is made of names that are tagged, and most sentences have none.
            if (tags[i].AsSpan().ContainsAnyExcept((byte)TagScheme.Outside) && Array.Exists(sentences[i], FirmWords.Contains))
                tags[i] = TagFirms(sentences[i], tags[i], shortForms);
        }

        // Few documents name such a firm.
        if (shortForms.Count == 0)
            return;
        RemoveSurnames(shortForms, sentences, tags);
        TagShortForms(shortForms, sentences, tags);
    }

    /// <summary>Tags the firms of a sentence and collects the first words of their names.</summary>
    private static byte[] TagFirms(string[] words, byte[] tags, HashSet<string> shortForms)
    {
        var spans = TagScheme.Decode(tags).ToList();
        for (var i = 1; i < words.Length; i++)
        {
            if ((PartnersBefore(words, tags, i) ?? PersonBefore(words, spans, i)) is not { } start)
                continue;
            var end = i + 1;
            while (end < words.Length && FirmWords.Contains(words[end]))
                end++;
            spans.RemoveAll(span => span.Start < end && span.End > start);
            spans.Add(new TagSpan(start, end, TagScheme.Organization));
        }

        shortForms.UnionWith(spans.Where(span => IsFirm(words, span)).Select(span => words[span.Start]));
        return TagScheme.Encode(words.Length, spans);
    }

    private static bool IsFirm(string[] words, TagSpan span) =>
        span.Type == TagScheme.Organization && span.Length > 1 && FirmWords.Contains(words[span.End - 1]);

    /// <summary>Returns the start of the person's name in front of the legal form at <paramref name="form"/>, or null.</summary>
    private static int? PersonBefore(string[] words, List<TagSpan> spans, int form)
    {
        if (!LegalForms.Contains(words[form]))
            return null;
        var at = spans.FindIndex(span => span.End == form && span.Type == TagScheme.Person);
        return at < 0 ? null : spans[at].Start;
    }

    /// <summary>
    /// Returns the start of a list of partners, names separated by commas, which "and Co" or the like ends at <paramref name="end"/>; or
    /// null.
    /// </summary>
    private static int? PartnersBefore(string[] words, byte[] tags, int end)
    {
        if (!PartnerWords.Contains(words[end]) || end < 2 || words[end - 1] is not ("and" or "&"))
            return null;
        int? start = null;
        var last = end - 2;
        for (var i = last; i >= 0 && last - i < MaxPartnerTokens; i--)
        {
            if (IsPartner(words[i], tags[i]))
                start = i;
            else if (words[i] != "," || i == 0 || !IsPartner(words[i - 1], tags[i - 1]))
                break;
        }

        return start;
    }

    private static bool IsPartner(string word, byte tag) =>
        TagScheme.TypeOf(tag) is TagScheme.Person or TagScheme.Organization && char.IsUpper(word[0]);

    /// <summary>Removes short forms that are also surnames of the document: of persons named in full or with a title.</summary>
    private static void RemoveSurnames(HashSet<string> shortForms, IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            foreach (var span in TagScheme.Decode(tags[i]).Where(span => span.Type == TagScheme.Person))
            {
                if (span.Length > 1 || (span.Start > 0 && Titles.Contains(sentences[i][span.Start - 1])))
                    shortForms.Remove(sentences[i][span.End - 1]);
            }
        }
    }

    private static void TagShortForms(HashSet<string> shortForms, IReadOnlyList<string[]> sentences, byte[][] tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            for (var word = 0; word < tags[i].Length; word++)
            {
                if (tags[i][word] == TagScheme.Unit(TagScheme.Person) && shortForms.Contains(sentences[i][word]))
                    tags[i][word] = (byte)TagScheme.Unit(TagScheme.Organization);
            }
        }
    }
}

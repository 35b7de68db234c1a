using System.Collections.Frozen;
using Recognition.Tagging;
using Recognition.Text;

namespace Recognition.Rules;

/// <summary>
/// Firms that are called as people are: "Kidder, Peabody and Co" is one name, and "Kidder" in the same document is short for it, unless
/// a Mr. or a John Kidder is there too.
/// </summary>
internal sealed class FirmNames(ITagger tagger) : ITagger
{
    private const int LongestFirm = 12;

    /// <summary>What follows "and" at the end of a firm's name.</summary>
    private static readonly FrozenSet<string> Partners = WordSet.Of("Co Co. Company Sons Bros Bros. Brothers Associates Partners Cie");

    /// <summary>What ends the name of a firm.</summary>
    private static readonly FrozenSet<string> Forms = WordSet.Of("Co Co. Company Sons Bros Bros. Brothers Associates Partners Cie Inc Inc. Incorporated Corp Corp. Corporation Ltd Ltd. Limited PLC Plc plc LLC LLP AG SA SpA S.p.A. NV AB Oyj GmbH Bhd");

    /// <summary>What makes a firm of the name of a person in front of it: "Pirelli SpA", "Philip Morris Inc".</summary>
    private static readonly FrozenSet<string> LegalForms = WordSet.Of("Inc Inc. Incorporated Corp Corp. Corporation Ltd Ltd. PLC Plc plc LLC LLP AG SpA S.p.A. GmbH Oyj Bhd");

    private static readonly FrozenSet<string> Titles = WordSet.Of("Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Sir Prof. Professor President Senator Sen. Chairman chairman");

    public string Identity => $"{tagger.Identity}+firms";

    public byte[][] Tag(IReadOnlyList<string[]> sentences)
    {
        var tags = tagger.Tag(sentences);
        // Few documents name any.
        var firms = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tags.Length; i++)
        {
            if (Array.Exists(sentences[i], Forms.Contains))
                JoinPartners(sentences[i], tags, i, firms);
        }

        if (firms.Count > 0)
            ShortForms(sentences, tags, firms);
        return tags;
    }

    public void Dispose() => tagger.Dispose();

    private static void JoinPartners(string[] words, byte[][] tags, int sentence, HashSet<string> firms)
    {
        var spans = TagScheme.Decode(tags[sentence]).ToList();
        for (var i = 1; i < words.Length; i++)
        {
            if ((FirstPartner(words, tags[sentence], i) ?? NameBefore(words, spans, i)) is not { } start)
                continue;
            var end = i + 1;
            while (end < words.Length && Forms.Contains(words[end]))
                end++;
            spans.RemoveAll(span => span.Start < end && span.End > start);
            spans.Add(new TagSpan(start, end, TagScheme.Organization));
        }

        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        tags[sentence] = TagScheme.Encode(words.Length, spans);
        firms.UnionWith(spans.Where(span => span.Type == TagScheme.Organization && span.End - span.Start > 1 && Forms.Contains(words[span.End - 1])).Select(span => words[span.Start]));
    }

    /// <summary>Where the person is named whose firm's legal form stands at <paramref name="form"/>; null where none does.</summary>
    private static int? NameBefore(string[] words, List<TagSpan> spans, int form) =>
        LegalForms.Contains(words[form]) && spans.FindIndex(span => span.End == form && span.Type == TagScheme.Person) is >= 0 and var at ? spans[at].Start : null;

    /// <summary>Where a list of partners begins that "and Co", or the like, ends at <paramref name="end"/>: names parted by commas. Null where there is none.</summary>
    private static int? FirstPartner(string[] words, byte[] tags, int end)
    {
        if (!Partners.Contains(words[end]) || end < 2 || words[end - 1] is not ("and" or "&"))
            return null;
        int? start = null;
        var at = end - 2;
        for (var i = at; i >= 0 && at - i < LongestFirm; i--)
        {
            if (IsName(words[i], tags[i]))
                start = i;
            else if (words[i] != "," || i == 0 || !IsName(words[i - 1], tags[i - 1]))
                break;
        }

        return start;
    }

    private static bool IsName(string word, byte tag) => TagScheme.TypeOf(tag) is TagScheme.Person or TagScheme.Organization && char.IsUpper(word[0]);

    private static void ShortForms(IReadOnlyList<string[]> sentences, byte[][] tags, HashSet<string> firms)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            foreach (var span in TagScheme.Decode(tags[i]).Where(span => span.Type == TagScheme.Person))
            {
                if (span.End - span.Start > 1 || (span.Start > 0 && Titles.Contains(sentences[i][span.Start - 1])))
                    firms.Remove(sentences[i][span.End - 1]);
            }
        }

        for (var i = 0; i < tags.Length; i++)
        {
            for (var word = 0; word < tags[i].Length; word++)
            {
                if (tags[i][word] == TagScheme.Unit(TagScheme.Person) && firms.Contains(sentences[i][word]))
                    tags[i][word] = (byte)TagScheme.Unit(TagScheme.Organization);
            }
        }
    }
}

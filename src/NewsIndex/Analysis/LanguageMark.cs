using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NewsIndex.Analysis;

/// <summary>
/// Appends the mark of the language to each stem and, for the tail of a joined spelling, prepends its distance from the start.
/// <c>e-mail</c> is <c>email</c> at its first position and a tail of <c>email</c> at its second, so that phrases continue after it.
/// </summary>
internal sealed class LanguageMark : TokenFilter
{
    private const char TailMark = '\uE0FF';

    private readonly char mark;
    private readonly ICharTermAttribute term;
    private readonly IFlagsAttribute flags;

    /// <param name="mark"><c>\0</c> for none.</param>
    public LanguageMark(TokenStream stems, char mark)
        : base(stems)
    {
        this.mark = mark;
        term = AddAttribute<ICharTermAttribute>();
        flags = AddAttribute<IFlagsAttribute>();
    }

    /// <summary>The term of the last part of a joined spelling.</summary>
    /// <param name="term">Term of the joined spelling.</param>
    /// <param name="distance">Distance from the start, in positions; 1 or more.</param>
    public static string Tail(string term, int distance) => term.Insert(EndOf(term), new string(TailMark, distance));

    /// <summary>What the terms of all tails of a joined spelling begin with, and no other terms.</summary>
    /// <param name="term">Term of the joined spelling.</param>
    public static string BeginningOfTails(string term) => term[..EndOf(term)] + TailMark;

    private static int EndOf(string term) => LanguageAnalysis.IsMark(term[^1]) ? term.Length - 1 : term.Length;

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        for (var i = 0; i < flags.Flags; i++)
            term.Append(TailMark);
        if (mark != '\0')
            term.Append(mark);
        return true;
    }
}

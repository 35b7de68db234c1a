using System.Collections.Frozen;

namespace Recognition.Text;

/// <summary>English abbreviations that end in a full stop. Lookups ignore case and take the word without the stop.</summary>
internal static class Abbreviations
{
    private const int MaxLength = 12;

    /// <summary>Abbreviations before names and numbers; they never end a sentence.</summary>
    private static readonly FrozenSet<string> BeforeNames = WordSet.Of(
        "mr mrs ms dr messrs mme mlle prof rev fr sr hon gen lt col maj capt cmdr adm sgt cpl pvt brig supt insp gov sen rep reps sens " +
        "del amb pres sec st ste mt ft no nos vs v art fig vol pp ed eds op cf dept univ approx ca");

    /// <summary>Abbreviations that may end a sentence.</summary>
    private static readonly FrozenSet<string> Others = WordSet.Of(
        "inc corp co ltd plc bros cos llc jr esq ph.d m.d b.a m.a m.b.a etc jan feb mar apr jun jul aug sept sep oct nov dec " +
        "mon tue tues wed thu thurs fri sat sun " +
        "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va " +
        "wash wis wyo ave blvd rd intl assn natl govt est ext min max tel a.m p.m i.e e.g d.c u.s u.k u.n e.u");

    public static bool IsBeforeName(ReadOnlySpan<char> word) => Contains(BeforeNames, word);

    public static bool IsKnown(ReadOnlySpan<char> word) => Contains(BeforeNames, word) || Contains(Others, word);

    private static bool Contains(FrozenSet<string> words, ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > MaxLength)
            return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);
    }
}

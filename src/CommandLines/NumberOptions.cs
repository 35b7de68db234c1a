using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace CommandLines;

/// <summary>Checks the numbers of options.</summary>
public static class NumberOptions
{
    /// <summary>Refuses values that are no number or out of range.</summary>
    /// <param name="expected">The range in words, such as <c>0 to 1</c>; the end of the error.</param>
    public static void MustBe<T>(this Option<T> option, Func<T, bool> isValid, string expected)
        where T : INumber<T> =>
        option.Validators.Add(result =>
        {
            // Read here, since the result throws for a word that is no number.
            if (result.Tokens is [.., var word]
                && !(T.TryParse(word.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && isValid(value)))
                result.AddError($"{option.Name} is {word.Value}; expected {expected}");
        });
}

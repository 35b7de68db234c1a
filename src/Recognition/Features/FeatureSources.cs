namespace Recognition.Features;

/// <summary>
/// What a feature of a token is made of: one word of its window alone, or several words and the sentence. The former are the same
/// wherever the word occurs.
/// </summary>
[Flags]
internal enum FeatureSources
{
    TwoBefore = 1 << 0,
    Before = 1 << 1,
    Word = 1 << 2,
    After = 1 << 3,
    TwoAfter = 1 << 4,

    /// <summary>Several words, or the place of the token in its sentence and document.</summary>
    Context = 1 << 5,

    All = TwoBefore | Before | Word | After | TwoAfter | Context,
}

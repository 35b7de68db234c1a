namespace Recognition.Ensemble;

/// <summary>Consecutive tokens of which at least one is uncertain.</summary>
/// <param name="Sentence">Index of the sentence in the document.</param>
/// <param name="Start">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
internal readonly record struct UncertainSpan(int Sentence, int Start, int End);

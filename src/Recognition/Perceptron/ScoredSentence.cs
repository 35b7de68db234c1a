namespace Recognition.Perceptron;

/// <summary>The perceptron's result for a sentence, with scores and confidence.</summary>
/// <param name="Tags">One a token.</param>
/// <param name="Scores">
/// <see cref="TagScores.Stride"/> a token, of which the first 13 are the tags', in units of 1 / <see cref="PerceptronModel.ScoreScale"/>.
/// </param>
/// <param name="Margins">
/// One a token: the score of the best tag of the chosen type minus that of the best tag of any other type, negative where the sequence
/// outweighs the token; <see cref="int.MaxValue"/> for a word without a capital.
/// </param>
internal sealed record ScoredSentence(byte[] Tags, int[] Scores, int[] Margins);

namespace Recognition.Perceptron;

/// <summary>What the fast tagger found in a sentence, and how sure it is.</summary>
/// <param name="Tags">By token.</param>
/// <param name="Scores">By token 16, of which the first 13 are the tags', in <see cref="PerceptronModel.Unit"/>.</param>
/// <param name="Margins">By token, by how much its best tag of the type that was chosen is ahead of the best of any other; <see cref="int.MaxValue"/> for a word without a capital.</param>
internal sealed record ScoredSentence(byte[] Tags, int[] Scores, int[] Margins);

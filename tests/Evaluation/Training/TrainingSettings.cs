namespace Evaluation.Training;

/// <param name="Epochs">Times that each run sees the text.</param>
/// <param name="Runs">Runs whose mean is taken.</param>
/// <param name="Folds">Parts of the text, each tagged by what was learned from the others.</param>
/// <param name="Margin">By how much the right tag has to win.</param>
/// <param name="Prune">Weights below this share of the largest are left out.</param>
internal sealed record TrainingSettings(int Epochs, int Runs, int Folds, float Margin, float Prune, uint Seed);

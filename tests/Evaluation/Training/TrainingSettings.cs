namespace Evaluation.Training;

/// <summary>Hyperparameters of the tagger.</summary>
/// <param name="Epochs">Number of times that each run reads the training text.</param>
/// <param name="Runs">Number of runs, in different orders, whose weights are averaged.</param>
/// <param name="Folds">Number of parts of the text; each is tagged by weights trained on the others.</param>
/// <param name="Margin">Score by which the right tag has to win.</param>
/// <param name="PruneThreshold">Share of the largest weight, 0 to 1, below which weights are dropped.</param>
/// <param name="Seed">Seed of the order of sentences.</param>
internal sealed record TrainingSettings(int Epochs, int Runs, int Folds, float Margin, float PruneThreshold, uint Seed);

namespace NewsIndex.Searching.Views;

/// <summary>Articles that mention an entity.</summary>
/// <param name="First">First day of publication; null when all are undated.</param>
/// <param name="Undated">Articles of unknown date.</param>
internal readonly record struct EntityArticles(long Articles, DateOnly? First, DateOnly? Last, long Undated);

namespace NewsSearch.Tests;

/// <summary>A test on real archives, which are not part of the repository.</summary>
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (Repository.SharedData is null)
            Skip = "The folder ../shared/data with real archives is not beside the repository.";
    }
}

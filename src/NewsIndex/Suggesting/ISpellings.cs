namespace NewsIndex.Suggesting;

/// <summary>The words of an index, unstemmed and in small letters.</summary>
internal interface ISpellings
{
    /// <summary>The number of articles that have a word; 0 when none has.</summary>
    ValueTask<int> CountSpellingAsync(string word, CancellationToken cancellation);

    /// <summary>Words with the same first letter within an edit distance, in no order.</summary>
    /// <param name="edits">1 or 2.</param>
    /// <param name="moreThan">Only words of more articles are returned.</param>
    ValueTask<IReadOnlyList<(string Word, int Articles)>> FindNearAsync(
        string word, int edits, int moreThan, CancellationToken cancellation);
}

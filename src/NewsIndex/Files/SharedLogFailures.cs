namespace NewsIndex.Files;

/// <summary>How a <see cref="SharedLog{TEntry, TState}"/> reports that its file cannot be read or written.</summary>
/// <param name="Things">What is lost with the file, in the plural: "alerts".</param>
/// <param name="NotWritten">States that nothing changed: "the alerts were not changed".</param>
/// <param name="Make">Makes the exception of its message, its cause, and true for a place where nothing can be written.</param>
internal sealed record SharedLogFailures(string Things, string NotWritten, Func<string, Exception?, bool, Exception> Make)
{
    public Exception Unreadable(Exception cause, string file) => cause is FormatException
        ? Make(cause.Message, cause, false)
        : Make($"{file} cannot be read ({WriteFailure.Reason(cause)})", cause, false);

    public Exception Gone(string file, int count) =>
        Make($"{file} is gone, with {count} {Things}; put it back, or make an empty file of that name to do without them", null, false);

    public Exception Unwritable(Exception cause, string file) => WriteFailure.IsReadOnly(cause)
        ? Make($"{NotWritten}: {file}, or the folder it lies in, cannot be written; let the service write there", cause, true)
        : Make($"{NotWritten}: {file} cannot be written ({WriteFailure.Reason(cause)}); try again", cause, false);
}

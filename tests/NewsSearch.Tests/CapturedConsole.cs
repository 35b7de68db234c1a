using System.Text;

namespace NewsSearch.Tests;

/// <summary>
/// What a command line writes while a test runs it: of that test alone, whatever others and the log of a service write meanwhile.
/// </summary>
internal static class CapturedConsole
{
    private static readonly AsyncLocal<StringWriter?> Output = new();
    private static readonly AsyncLocal<StringWriter?> Error = new();

    static CapturedConsole()
    {
        Console.SetOut(new Routed(Output, Console.Out));
        Console.SetError(new Routed(Error, Console.Error));
    }

    public static async Task<(int Exit, string Output, string Error)> RunAsync(Func<Task<int>> program)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        // They flow into the program, and are gone with this method.
        (Output.Value, Error.Value) = (output, error);
        return (await program(), output.ToString(), error.ToString());
    }

    private sealed class Routed(AsyncLocal<StringWriter?> captured, TextWriter elsewhere) : TextWriter
    {
        public override Encoding Encoding => elsewhere.Encoding;

        private TextWriter Writer => captured.Value ?? elsewhere;

        public override void Write(char value) => Writer.Write(value);

        public override void Write(char[] buffer, int index, int count) => Writer.Write(buffer, index, count);

        public override void Write(string? value) => Writer.Write(value);

        public override void Flush() => Writer.Flush();
    }
}

using System.Text;

namespace Indexer.Texts;

/// <summary>
/// UTF-8 with invalid bytes read as Windows-1252: for long files that start with ASCII and show their encoding only later, when nothing can
/// be reread.
/// </summary>
internal sealed class LateWindows1252 : DecoderFallback
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Encoding Encoding { get; } =
        System.Text.Encoding.GetEncoding(System.Text.Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, new LateWindows1252());

    /// <summary>An invalid sequence has at most three bytes.</summary>
    public override int MaxCharCount => 3;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string text = "";
        private int next;

        public override int Remaining => text.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (text, next) = (Windows1252.GetString(bytesUnknown), 0);
            return true;
        }

        public override char GetNextChar() => next < text.Length ? text[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0)
                return false;
            next--;
            return true;
        }

        public override void Reset() => (text, next) = ("", 0);
    }
}

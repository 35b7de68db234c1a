using System.Text;
using Indexer.Texts;

namespace NewsSearch.Tests.Texts;

/// <summary>How bytes of unknown encoding become text.</summary>
public sealed class EncodingTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("41 42", 0, 0)]
    [InlineData("C3 A9", 1, 0)]
    [InlineData("E2 82 AC C3 A9", 2, 0)]
    [InlineData("E9 20", 0, 1)]
    [InlineData("C3 A9 E9 20", 1, 1)]
    [InlineData("E9", 0, 1)]
    [InlineData("C3 A9 E2 82", 1, 0)]
    public void Counts_valid_and_invalid_sequences(string hex, int valid, int invalid) =>
        Assert.Equal(new Utf8Evidence(valid, invalid), Utf8Evidence.Of(Bytes(hex)));

    [Theory]
    [InlineData(0, 0, true, true)]
    [InlineData(3, 1, true, true)]
    [InlineData(2, 1, true, false)]
    [InlineData(1, 2, false, false)]
    [InlineData(0, 1, false, false)]
    public void A_declaration_needs_less_evidence(int valid, int invalid, bool isUtf8WhenDeclared, bool isUtf8WhenNot)
    {
        var evidence = new Utf8Evidence(valid, invalid);
        Assert.Equal((isUtf8WhenDeclared, isUtf8WhenNot), (evidence.IsUtf8(isDeclared: true), evidence.IsUtf8(isDeclared: false)));
    }

    [Theory]
    [InlineData("EF BB BF 61", "a")]
    [InlineData("63 61 66 C3 A9", "café")]
    [InlineData("63 61 66 E9", "café")]
    [InlineData("93 61 94", "“a”")]
    [InlineData("C3 A9 E9 20", "é\uFFFD ")]
    public void Text_is_UTF8_or_else_Windows1252(string hex, string expected) => Assert.Equal(expected, TextDecoding.Decode(Bytes(hex)));

    [Theory]
    [InlineData("plain")]
    [InlineData("café in UTF-8")]
    public void Late_Windows1252_reads_UTF8(string text) =>
        Assert.Equal(text, LateWindows1252.Encoding.GetString(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Late_Windows1252_reads_single_bytes_beside_UTF8()
    {
        byte[] bytes = [.. "é "u8, .. Windows1252.GetBytes("é “x”"), .. " ü"u8];
        Assert.Equal("é é “x” ü", LateWindows1252.Encoding.GetString(bytes));
    }

    [Fact]
    public void Late_Windows1252_decodes_the_same_in_pieces_of_any_size()
    {
        byte[] bytes = [.. "é—"u8, .. Windows1252.GetBytes("éé "), .. "ü€ end"u8];
        var whole = LateWindows1252.Encoding.GetString(bytes);
        for (var size = 1; size <= bytes.Length; size++)
        {
            var decoder = LateWindows1252.Encoding.GetDecoder();
            var text = new StringBuilder();
            var chars = new char[bytes.Length * 3];
            for (var at = 0; at < bytes.Length; at += size)
            {
                var count = Math.Min(size, bytes.Length - at);
                text.Append(chars, 0, decoder.GetChars(bytes, at, count, chars, 0, flush: at + count == bytes.Length));
            }

            Assert.Equal(whole, text.ToString());
        }
    }

    [Theory]
    [InlineData("FF FE 61 00", "utf-16")]
    [InlineData("FE FF 00 61", "utf-16BE")]
    [InlineData("FF FE 00 00 61 00 00 00", "utf-32")]
    [InlineData("00 00 FE FF 00 00 00 61", "utf-32BE")]
    [InlineData("61 00 62 00", "utf-16")]
    [InlineData("00 61 00 62", "utf-16BE")]
    [InlineData("61 00 00 00 62 00 00 00", "utf-32")]
    [InlineData("00 00 00 61 00 00 00 62", "utf-32BE")]
    [InlineData("61 62 63 64", null)]
    [InlineData("61 00 00 00", null)]
    [InlineData("", null)]
    public void Wide_text_shows_in_its_first_bytes(string hex, string? expected) =>
        Assert.Equal(expected, WideText.EncodingOf(Bytes(hex))?.WebName);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Wide_text_loses_its_byte_order_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal("Été", WideText.Decode(encoding, [.. encoding.GetPreamble(), .. encoding.GetBytes("Été")]));
    }

    [Theory]
    [InlineData("KÃ¶ln und MÃ¼nchen", "Köln und München")]
    [InlineData("itâ€™s heâ€™d", "it’s he’d")]
    [InlineData("KÃ¶ln", "KÃ¶ln")]
    [InlineData("Köln und MÃ¼nchen", "Köln und MÃ¼nchen")]
    [InlineData("Köln und München", "Köln und München")]
    [InlineData("São Tomé", "São Tomé")]
    [InlineData("plain", "plain")]
    [InlineData("Ã¶ Ã¼ 港", "Ã¶ Ã¼ 港")]
    public void Text_that_was_encoded_twice_is_repaired_as_a_whole_or_not_at_all(string text, string expected) =>
        Assert.Equal(expected, Mojibake.Repair(text));

    [Theory]
    [InlineData("<?xml version='1.0' encoding='iso-8859-1'?><a>\u00E9</a>")]
    [InlineData("<meta charset=windows-1252><p>\u00E9</p>")]
    [InlineData("no declaration \u00E9t\u00E9 \u00E0 la mer, o\u00F9 l'on s'\u00E9tait arr\u00EAt\u00E9")]
    public void Single_byte_text_is_read_as_Windows1252(string text) =>
        Assert.Equal(text, EncodedText.Decode(Windows1252.GetBytes(text)));

    [Theory]
    [InlineData("windows-1251", "Порт закрыт из-за тумана")]
    [InlineData("shift_jis", "港の評議会は新しい桟橋を決めた")]
    [InlineData("gb2312", "港口因大雾关闭")]
    [InlineData("koi8-r", "Порт закрыт из-за тумана")]
    public void A_declared_encoding_is_used_where_it_fits(string name, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(text);
        Assert.Equal(text, EncodedText.Decode(bytes, name));
        Assert.EndsWith(text, EncodedText.Decode([.. Encoding.ASCII.GetBytes($"<meta charset=\"{name}\">"), .. bytes]),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("no-such-encoding")]
    [InlineData("")]
    public void Valid_UTF8_is_UTF8_whatever_is_declared(string declared) =>
        Assert.Equal("Порт", EncodedText.Decode(Encoding.UTF8.GetBytes("Порт"), declared));

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}

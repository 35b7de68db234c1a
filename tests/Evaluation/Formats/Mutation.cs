namespace Evaluation.Formats;

/// <summary>Damages files as transmission, crashes and malice do: the same seed, the same damage.</summary>
internal static class Mutation
{
    private static readonly byte[][] Tokens =
    [
        "<"u8.ToArray(), ">"u8
            .ToArray(), "\""u8
            .ToArray(), "{"u8
            .ToArray(), "}"u8
            .ToArray(), "["u8
            .ToArray(), "]]>"u8
            .ToArray(), "<![CDATA["u8
            .ToArray(), "<!--"u8
            .ToArray(), "&#x0;"u8
            .ToArray(), "&amp;&amp;"u8
            .ToArray(), "<!DOCTYPE a [<!ENTITY b \"c\">]>"u8
            .ToArray(),
        "\r\n\r\n"u8.ToArray(), "\0"u8
            .ToArray(), "\uFEFF"u8
            .ToArray(), "\uFFFD"u8
            .ToArray(), "99999999999999999999"u8
            .ToArray(), "-1"u8
            .ToArray(), "9999-99-99T99:99:99Z"u8
            .ToArray(), "\\ud83d"u8
            .ToArray(), "<div>"u8
            .ToArray(), "</p>"u8
            .ToArray(), "---\n"u8
            .ToArray(),
        "Content-Length: 4294967296\r\n"u8
            .ToArray(), "WARC/1.0\r\n"u8
            .ToArray(), "From a Mon Jan  1 00:00:00 2001\n"u8
            .ToArray(), "\u0001\u0002\u0003\u0004"u8
            .ToArray(), "null"u8
            .ToArray(), "<script>"u8
            .ToArray(), "1e999"u8
            .ToArray(),
    ];

    public static byte[] Of(byte[] file, IReadOnlyList<byte[]> others, Random chance)
    {
        var bytes = new List<byte>(file);
        for (var steps = chance.Next(1, 6); steps > 0; steps--)
        {
            var at = bytes.Count == 0 ? 0 : chance.Next(bytes.Count);
            var length = bytes.Count == 0 ? 0 : Math.Min(chance.Next(1, chance.Next(2) == 0 ? 16 : 2000), bytes.Count - at);
            switch (chance.Next(8))
            {
                case 0 when bytes.Count > 0:
                    bytes[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3:
                    bytes.InsertRange(at, Tokens[chance.Next(Tokens.Length)]);
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 5:
                    var other = others[chance.Next(others.Count)];
                    var from = other.Length == 0 ? 0 : chance.Next(other.Length);
                    bytes.InsertRange(at, other[from..Math.Min(other.Length, from + 3000)]);
                    break;
                case 6:
                    var token = Tokens[chance.Next(Tokens.Length)];
                    bytes.InsertRange(at, Enumerable.Repeat(token, chance.Next(1, 3000)).SelectMany(each => each).Take(60_000));
                    break;
                default:
                    for (var i = at; i < at + length; i++)
                        bytes[i] ^= (byte)(1 << chance.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }
}

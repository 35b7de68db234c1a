using System.Globalization;
using Indexer.Dates;
using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Wires;

/// <summary>Base of the readers of agency wires. They share the cutting into messages and differ in what a message's lines mean.</summary>
internal abstract class WireReader : WholeFileReader
{
    /// <summary>Both formats, IPTC 7901 and ANPA 1312, date from 1979.</summary>
    private const int FirstYear = 1979;

    /// <returns>The article; its headline and body are both empty when the message has no text.</returns>
    protected abstract Article Read(WireMessage message);

    protected override IEnumerable<Reading> Read(ArchiveSource source, byte[] bytes)
    {
        foreach (var message in WireMessage.Of(EncodedText.Decode(bytes)))
        {
            var article = Read(message);
            yield return article.Headline.Length == 0 && article.Body.Length == 0
                ? new Reading.Rejected(
                    source.Path, message.Offset, Name, "the message has no text; expected it after STX", Reading.SnippetOf(message.Header))
                : new Reading.Read(source.Path, message.Offset, Name, article);
        }
    }

    /// <summary>Expands the two-digit year of a wire: 79 to 99 are 1979 to 1999, 00 to 78 are 2000 to 2078.</summary>
    protected static int YearOf(ReadOnlySpan<char> digits) =>
        new DateContext(Since: FirstYear).YearOf(int.Parse(digits, CultureInfo.InvariantCulture));
}

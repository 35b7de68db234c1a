using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Indexer.Archives.Documents;

/// <summary>
/// Removes YAML tags: <c>title: ! 'A: b'</c> and <c>!ruby/object:Hash</c> name the class of a value in some program and carry no data.
/// </summary>
internal sealed class UntaggedYaml(IParser inner) : IParser
{
    public static UntaggedYaml Of(string yaml) => new(new Parser(new StringReader(yaml)));

    public ParsingEvent? Current => inner.Current switch
    {
        Scalar { Tag.IsEmpty: false } text =>
            new Scalar(text.Anchor, TagName.Empty, text.Value, text.Style, true, true, text.Start, text.End),
        SequenceStart { Tag.IsEmpty: false } list => new SequenceStart(list.Anchor, TagName.Empty, true, list.Style, list.Start, list.End),
        MappingStart { Tag.IsEmpty: false } map => new MappingStart(map.Anchor, TagName.Empty, true, map.Style, map.Start, map.End),
        var other => other,
    };

    public bool MoveNext() => inner.MoveNext();
}

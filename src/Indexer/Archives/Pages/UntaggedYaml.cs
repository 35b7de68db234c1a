using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Indexer.Archives.Pages;

/// <summary>
/// YAML without its tags: <c>title: ! 'A: b'</c> and <c>!ruby/object:Hash</c> say which class of a program a value had there, and mean
/// nothing here.
/// </summary>
internal sealed class UntaggedYaml(IParser inner) : IParser
{
    public ParsingEvent? Current => inner.Current switch
    {
        Scalar { Tag.IsEmpty: false } scalar => new Scalar(scalar.Anchor, TagName.Empty, scalar.Value, scalar.Style, isPlainImplicit: true, isQuotedImplicit: true, scalar.Start, scalar.End),
        SequenceStart { Tag.IsEmpty: false } list => new SequenceStart(list.Anchor, TagName.Empty, isImplicit: true, list.Style, list.Start, list.End),
        MappingStart { Tag.IsEmpty: false } map => new MappingStart(map.Anchor, TagName.Empty, isImplicit: true, map.Style, map.Start, map.End),
        var other => other,
    };

    public bool MoveNext() => inner.MoveNext();
}

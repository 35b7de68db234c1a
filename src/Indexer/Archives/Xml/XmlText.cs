using System.Text;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Xml.Parser;
using Indexer.Html;
using Indexer.Records;

namespace Indexer.Archives.Xml;

/// <summary>A document that cannot be parsed as XML, even leniently; the message states the reason.</summary>
internal sealed class XmlTextException(string message) : Exception(message);

/// <summary>Parses XML that may be malformed or truncated.</summary>
internal static class XmlText
{
    private const int MaxDepth = 500;

    private static readonly XmlReaderSettings Strict = new()
    {
        // A document type may refer to files and URLs, and define entities that expand without end: it is ignored.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 0,
    };

    /// <returns>The document, and its first error; the error is null if the document is well formed.</returns>
    /// <exception cref="XmlTextException">The document defines entities, is nested too deep, or has no element.</exception>
    public static (XDocument Document, string? Problem) Parse(string xml)
    {
        if (DefinesEntities(xml))
            throw new XmlTextException("the document type defines entities, which are not resolved; expected XML without them");
        try
        {
            return (ReadStrictly(xml.TrimStart('\uFEFF', ' ', '\t', '\r', '\n')), null);
        }
        catch (XmlException e)
        {
            return (Repair(Prepare(xml), e.Message), e.Message);
        }
    }

    private static XDocument ReadStrictly(string xml)
    {
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, Strict);
        using var shallow = new DepthLimit(reader);
        return XDocument.Load(shallow);
    }

    /// <summary>Escapes characters and balances tags, which repairs most documents; then parses leniently.</summary>
    private static XDocument Repair(string xml, string problem)
    {
        foreach (var repaired in (Func<string>[])[() => xml, () => xml = TagBalance.Repair(xml, MaxDepth)])
        {
            try
            {
                return ReadStrictly(repaired());
            }
            catch (XmlException)
            {
                // The parsers below are more lenient.
            }
        }

        return ReadForgivingly(xml, problem);
    }

    /// <summary>Accepts attributes without quotation marks and undeclared prefixes.</summary>
    private static XDocument ReadForgivingly(string xml, string problem)
    {
        if (MarkupDepth.OfXml(xml) > MaxDepth)
            throw new XmlTextException($"elements are nested more than {MaxDepth} deep");
        try
        {
            using var parsed = new XmlParser(new XmlParserOptions { IsSuppressingErrors = true }).ParseDocument(xml);
            if (parsed.DocumentElement is { } root && Convert(root) is { } element)
                return new XDocument(element);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The message of the strict parser has the position of the error.
        }

        throw new XmlTextException($"not well-formed XML: {problem}");
    }

    /// <summary>Removes text before the declaration: comments, and warnings of the program that wrote the document.</summary>
    private static string Prepare(string xml)
    {
        var begin = XmlRoot.BeginOf(xml);
        var end = xml.IndexOf("?>", begin, StringComparison.Ordinal);
        var isDeclared = xml.AsSpan(begin).StartsWith("<?xml") && end >= 0;
        return LooseMarkup.Repair(xml[(isDeclared ? end + 2 : begin)..].TrimStart());
    }

    private static XElement? Convert(IElement root)
    {
        var converted = new XElement(NameOf(root.LocalName));
        var open = new Stack<(INode From, XElement To)>();
        open.Push((root, converted));
        while (open.TryPop(out var step))
        {
            if (step.From is IElement element)
            {
                foreach (var attribute in element.Attributes)
                    step.To.SetAttributeValue(NameOf(attribute.LocalName), Clean(attribute.Value));
            }

            foreach (var child in step.From.ChildNodes)
            {
                if (child is IElement inner)
                {
                    var copy = new XElement(NameOf(inner.LocalName));
                    step.To.Add(copy);
                    open.Push((inner, copy));
                }
                else if (child is ICharacterData data and not IComment)
                {
                    step.To.Add(new XText(Clean(data.Data)));
                }
            }
        }

        return converted;
    }

    private static XName NameOf(string name) => XmlConvert.EncodeLocalName(name.Split(':')[^1]);

    /// <summary>Removes control characters and replaces unpaired surrogates by U+FFFD.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static bool DefinesEntities(string xml)
    {
        var doctype = xml.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        if (doctype < 0 || doctype > 100_000)
            return false;
        var root = xml.IndexOf('>', doctype);
        var subset = xml.IndexOf('[', doctype);
        return subset >= 0 && subset < root && xml.IndexOf("<!ENTITY", subset, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>Limits the depth: recursion over a million nested elements would overflow the stack.</summary>
    private sealed class DepthLimit(XmlReader inner) : XmlReaderWrapper(inner)
    {
        public override bool Read()
        {
            var more = base.Read();
            return Depth > MaxDepth ? throw new XmlTextException($"elements are nested more than {MaxDepth} deep") : more;
        }
    }
}

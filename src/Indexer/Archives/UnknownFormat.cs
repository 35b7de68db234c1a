using Indexer.Archives.Documents;
using Indexer.Archives.Tables;
using Indexer.Records;

namespace Indexer.Archives;

/// <summary>Describes a file that no reader recognises: what it seems to be, and how to make it readable.</summary>
internal static class UnknownFormat
{
    private const int MaxNames = 8;

    /// <summary>Minimum number of columns of a table; any text may have two by chance.</summary>
    private const int MinColumns = 3;

    public static string Of(ArchiveHead head, IEnumerable<IArchiveReader> readers)
    {
        if (head.IsBinary)
            return $"a binary file; expected {Expected(readers)}";
        if (head.JsonNames.Count > 0)
            return $"JSON without a headline or a text by a known name (it has {Names(head.JsonNames)}); say with --mapping which member "
                + "is which";
        return TableLayout.ColumnsOf(head.Content) is { Count: >= MinColumns } columns
            ? $"a table without a known name on its first line ({Names(columns)}); say with --mapping which column is which, by its name "
                + "or by its number (#1)"
            : $"a text of no known format; expected {Expected(readers)}; as plain text: {PlainTextReader.WhatLacks(head)}";
    }

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Take(MaxNames).Select(name => $"\"{name}\"")) + (names.Skip(MaxNames).Any() ? " …" : "");

    private static string Expected(IEnumerable<IArchiveReader> readers) =>
        $"one of {string.Join(", ", readers.Select(reader => reader.Name))}";
}

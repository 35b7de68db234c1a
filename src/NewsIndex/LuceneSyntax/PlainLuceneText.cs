using NewsIndex.Queries;

namespace NewsIndex.LuceneSyntax;

/// <summary>
/// Reads the plain part of Lucene's syntax by hand, some twenty times as fast as Lucene's parser: words, phrases in quotation marks and
/// beginnings of words (<c>elect*</c>) with + or - before them and AND, OR or NOT between them.
/// </summary>
/// <remarks>
/// Only texts that Lucene's parser reads to the same query without an error or a notice are plain; all others are left to it.
/// </remarks>
internal ref struct PlainLuceneText
{
    /// <summary>Words that the reader of single clauses has a notice for, in any case.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Noticed =
        new HashSet<string>(["and", "or", "not", "same", "andmaybe", "near", "atleast", "first", "pre", "within"],
            StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string text;
    private readonly QueryOptions options;
    private int position;
    private int clauses;

    /// <summary>False once something is not plain.</summary>
    private bool isPlain = true;

    private PlainLuceneText(string text, QueryOptions options) => (this.text, this.options) = (text, options);

    /// <returns>Null for a text that is not plain.</returns>
    public static Query? Read(string text, QueryOptions options)
    {
        var reader = new PlainLuceneText(text, options);
        var query = reader.ReadAll();
        return reader.isPlain && reader.clauses <= options.Limits.Clauses ? query : null;
    }

    /// <summary>Disjunctions side by side, joined by the default operator. Null for a text that is not plain.</summary>
    private Query? ReadAll()
    {
        SkipBlanks();
        var (first, sign) = ReadDisjunction();
        if (first is null || (IsAtEnd && sign == Sign.None))
            return first;
        var run = new ClauseRun(options.DefaultOperator);
        run.Add(first, sign);
        while (isPlain && !IsAtEnd)
            Add(run, ReadDisjunction());
        return isPlain ? run.ToQuery() : null;
    }

    /// <summary>Conjunctions joined by OR.</summary>
    private (Query? Query, Sign Sign) ReadDisjunction() => ReadJoined(DefaultOperator.Or, "OR");

    /// <summary>Conjunctions, or clauses joined by AND, which binds tighter than OR.</summary>
    private (Query? Query, Sign Sign) ReadJoined(DefaultOperator joining, string word)
    {
        var first = ReadPart(joining);
        if (!isPlain || !TakeOperator(word))
            return first;
        var run = new ClauseRun(joining);
        Add(run, first);
        do
            Add(run, ReadPart(joining));
        while (isPlain && TakeOperator(word));
        return (isPlain ? run.ToQuery() : null, Sign.None);
    }

    private (Query? Query, Sign Sign) ReadPart(DefaultOperator joining) =>
        joining == DefaultOperator.Or ? ReadJoined(DefaultOperator.And, "AND") : ReadSigned();

    private static void Add(ClauseRun run, (Query? Query, Sign Sign) clause)
    {
        if (clause.Query is { } query)
            run.Add(query, clause.Sign);
    }

    /// <summary>A clause with the sign before it, and the blanks behind it.</summary>
    private (Query? Query, Sign Sign) ReadSigned()
    {
        var sign = Sign.None;
        if (!IsAtEnd && text[position] is '+' or '-')
            sign = text[position++] == '+' ? Sign.Required : Sign.Excluded;
        else if (TakeOperator("NOT"))
            sign = Sign.Excluded;
        var query = ReadClause();
        clauses++;
        isPlain &= query is not null && (IsAtEnd || IsBlank(text[position]));
        SkipBlanks();
        return (query, sign);
    }

    private Query? ReadClause()
    {
        if (!IsAtEnd && text[position] == '"')
            return ReadPhrase();
        var start = position;
        SkipWord();
        if (position == start || Noticed.Contains(text.AsSpan(start, position - start)))
            return null;
        if (IsAtEnd || text[position] != '*')
            return new Query.Word(Text(start, position));
        // A longer pattern is an error.
        return ++position - start <= QueryReader.MaxPatternLength ? new Query.Pattern(Text(start, position)) : null;
    }

    /// <summary>Words apart by single blanks: signs between them may have a notice.</summary>
    private Query.Phrase? ReadPhrase()
    {
        var start = ++position;
        while (true)
        {
            var word = position;
            SkipWord();
            if (position == word || IsAtEnd)
                return null;
            if (text[position++] is var next && next == '"')
                return new Query.Phrase(text[start..(position - 1)]);
            if (next != ' ')
                return null;
        }
    }

    /// <summary>Skips letters and digits, with single hyphens, apostrophes and full stops between them.</summary>
    private void SkipWord()
    {
        for (var start = position; !IsAtEnd; position++)
        {
            var isInside = text[position] is '-' or '\'' or '.' && position > start && position + 1 < text.Length
                && char.IsLetterOrDigit(text[position - 1]) && char.IsLetterOrDigit(text[position + 1]);
            if (!isInside && !char.IsLetterOrDigit(text[position]))
                return;
        }
    }

    private readonly string Text(int start, int end) => start == 0 && end == text.Length ? text : text[start..end];

    /// <summary>Takes an operator word and the blanks behind it.</summary>
    private bool TakeOperator(string word)
    {
        var end = position + word.Length;
        if (end >= text.Length || !IsBlank(text[end]) || !text.AsSpan(position, word.Length).SequenceEqual(word))
            return false;
        position = end;
        SkipBlanks();
        return true;
    }

    private void SkipBlanks()
    {
        while (!IsAtEnd && IsBlank(text[position]))
            position++;
    }

    private readonly bool IsAtEnd => position >= text.Length;

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r';
}

using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Segments;
using NewsIndex.Words;

namespace NewsIndex.Lucene.Documents;

/// <summary>
/// Adds documents to a segment that is collected, as Lucene's index writer would: the same terms, positions, lengths and values. Words that
/// are known go without their token streams.
/// </summary>
internal sealed class DocumentInverter(SegmentCollector segment, Similarity similarity)
{
    private readonly WordTerms words = new(segment);
    private readonly List<CollectedField> indexed = [];

    /// <summary>Memory in bytes, that of the segment included.</summary>
    public long Bytes => segment.Bytes + words.Bytes;

    /// <exception cref="ArgumentException">A term is too long, or a field is not as those before it.</exception>
    public void Add(Document document)
    {
        indexed.Clear();
        foreach (var field in document.Fields)
            Add(field);
        foreach (var field in indexed)
        {
            if (field.HasLengths)
                field.Lengths.Add(segment.Count, similarity.ComputeNorm(StateOf(field)));
        }

        segment.EndDocument();
    }

    /// <summary>Forgets all documents and keeps the memory.</summary>
    public void Clear()
    {
        segment.Clear();
        words.Clear();
    }

    private void Add(IIndexableField field)
    {
        var type = field.IndexableFieldType;
        var collected = segment.Field(field.Name);
        if (type.IsIndexed)
        {
            if (collected.Enter(segment.Count, type.IndexOptions, hasLengths: !type.OmitNorms))
                indexed.Add(collected);
            Invert(collected, field.GetTokenStream(NewsAnalyzer.Instance));
        }

        if (type.DocValueType != DocValuesType.NONE)
            AddValue(collected, type.DocValueType, field);
        if (!type.IsStored)
            return;
        collected.IsStored = true;
        segment.Stored.Add(collected.Number, field);
    }

    private void AddValue(CollectedField collected, DocValuesType type, IIndexableField field)
    {
        collected.EnterValues(type);
        if (type == DocValuesType.NUMERIC)
            collected.Numbers.Add(segment.Count, field.GetInt64Value()!.Value);
        else if (type == DocValuesType.BINARY)
            collected.Binary.Add(segment.Count, field.GetBinaryValue());
        else
            collected.Terms.Add(segment.Count, segment.Terms.Add(Checked(collected, field.GetBinaryValue())));
    }

    private void Invert(CollectedField field, TokenStream stream)
    {
        using (stream)
        {
            if (stream is ZonedTokenStream { Input: StemTokens stems } zone)
                AddStems(field, stems.Text, zone.Pass(stems.Text.Positions), zone.WordStarts);
            else if (stream is ZonedTokenStream { Input: ExactTokens exact } exactZone)
                AddExact(field, exact, exactZone.Pass(exact.Text.Positions));
            else if (stream is StemTokens all)
                AddStems(field, all.Text, 0, null);
            else if (stream is ExactTokens written)
                AddExact(field, written, 0);
            else
                AddAny(field, stream);
        }
    }

    /// <param name="gap">Positions before the text, if it has a token.</param>
    private void AddStems(CollectedField field, TextWords text, int gap, List<(int Start, int Position)>? starts)
    {
        var place = field.Position + gap;
        var (doc, last, length) = (segment.Count, -1, field.Length);
        foreach (var (word, start, _) in text.Words)
        {
            var terms = words.Of(word)[(2 * word.PartCount)..];
            var stems = word.Stems;
            for (var i = 0; i < stems.Length; i++)
            {
                var position = place + stems[i].Position;
                field.Tokens.Add(doc, terms[i], position, 0);
                starts?.Add((start + stems[i].Start, position));
                if (position == last)
                    field.Overlaps++;
                last = position;
                field.Length++;
            }

            place += word.PartCount;
        }

        field.Position += text.Positions + (field.Length > length ? gap : 0);
    }

    private void AddExact(CollectedField field, ExactTokens exact, int gap)
    {
        var place = field.Position + gap;
        var (doc, count) = (segment.Count, exact.Text.Words.Count);
        for (var i = 0; i < count; i++)
        {
            var word = exact.Text.Words[i].Word;
            var terms = words.Of(word);
            for (var part = 0; part < word.PartCount; part++)
            {
                var payload = exact.MayHaveSigns(i, part) ? PayloadOf(exact, i, part) : terms[(2 * part) + 1];
                field.Tokens.Add(doc, terms[2 * part], place++, payload);
            }
        }

        field.Length += exact.Text.Positions;
        field.Position += exact.Text.Positions + (count > 0 ? gap : 0);
    }

    private int PayloadOf(ExactTokens exact, int word, int part)
    {
        var payload = exact.PayloadOf(word, part);
        return payload.Length == 0 ? 0 : segment.Payloads.Add(payload) + 1;
    }

    private void AddAny(CollectedField field, TokenStream stream)
    {
        var term = stream.GetAttribute<ITermToBytesRefAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        var payload = stream.HasAttribute<IPayloadAttribute>() ? stream.GetAttribute<IPayloadAttribute>() : null;
        var hasPositions = field.Options >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
        stream.Reset();
        while (stream.IncrementToken())
        {
            var step = increment.PositionIncrement;
            if (step < (field.Position == 0 ? 1 : 0))
                throw new ArgumentException($"position increment {step} in field {field.Name} is invalid; expected a positive one");
            field.Position += step;
            if (step == 0)
                field.Overlaps++;
            field.Length++;
            term.FillBytesRef();
            // The position is that behind the token before.
            field.Tokens.Add(
                segment.Count, segment.Terms.Add(Checked(field, term.BytesRef)), hasPositions ? field.Position - 1 : 0,
                hasPositions ? PayloadOf(payload?.Payload) : 0);
        }

        stream.End();
        field.Position += increment.PositionIncrement;
    }

    private int PayloadOf(BytesRef? payload) =>
        payload is null || payload.Length == 0 ? 0 : segment.Payloads.Add(payload.Bytes.AsSpan(payload.Offset, payload.Length)) + 1;

    /// <exception cref="ArgumentException">The term is longer than the format allows.</exception>
    private static ReadOnlySpan<byte> Checked(CollectedField field, BytesRef term) =>
        term.Length <= IndexWriter.MAX_TERM_LENGTH
            ? term.Bytes.AsSpan(term.Offset, term.Length)
            : throw new ArgumentException(
                $"a term of {term.Length} bytes in field {field.Name} is invalid; expected at most {IndexWriter.MAX_TERM_LENGTH}");

    private static FieldInvertState StateOf(CollectedField field) =>
        new(field.Name, field.Position, field.Length, field.Overlaps, 0, 1);
}

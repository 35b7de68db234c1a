using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Documents;

/// <summary>
/// Fields of one term each, indexed as <see cref="StringField"/> does, whose token streams are used again: making one takes longer than
/// indexing its term. A thread has one set, for one document at a time.
/// </summary>
internal sealed class TermFields
{
    private static readonly FieldType Type = OneTerm();

    [ThreadStatic]
    private static TermFields? ofThread;

    private readonly List<TermToken> tokens = [];
    private int used;

    /// <summary>Those of a new document.</summary>
    public static TermFields ForDocument()
    {
        var fields = ofThread ??= new TermFields();
        fields.used = 0;
        return fields;
    }

    public Field Of(string name, string term)
    {
        if (used == tokens.Count)
            tokens.Add(new TermToken());
        return new Field(name, tokens[used++].Of(term), Type);
    }

    private static FieldType OneTerm()
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };
        type.Freeze();
        return type;
    }

    private sealed class TermToken : TokenStream
    {
        private readonly WordAttributes token = new();
        private BytesRef term = new();
        private bool isRead;

        public TermToken() => AddAttributeImpl(token);

        public TermToken Of(string text)
        {
            term = new BytesRef(text);
            return this;
        }

        public override void Reset() => isRead = false;

        public override bool IncrementToken()
        {
            if (isRead)
                return false;
            token.Set(term);
            isRead = true;
            return true;
        }

        public override void End() => token.SetEnd(0, 0);
    }
}

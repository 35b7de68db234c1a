using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// The terms of a segment that visible articles have, with frequencies among them. What reads terms (expansions, dictionaries, idf) then
/// knows nothing of other articles. Frequencies are counted from postings.
/// </summary>
internal sealed class VisibleFields(Fields fields, IBits visible) : FilterAtomicReader.FilterFields(fields)
{
    public override Terms? GetTerms(string field) => base.GetTerms(field) is { } terms ? new VisibleTerms(terms, visible) : null;

    private sealed class VisibleTerms(Terms terms, IBits visible) : FilterAtomicReader.FilterTerms(terms)
    {
        /// <summary>Not known, like the sums, without counting all terms.</summary>
        public override long Count => -1;

        public override long SumTotalTermFreq => -1;

        public override long SumDocFreq => -1;

        public override int DocCount => -1;

        public override TermsEnum GetEnumerator() => new VisibleTermsEnum(m_input.GetEnumerator(), visible);

        /// <summary>Reuses nothing: the filter's own would enumerate hidden terms.</summary>
        public override TermsEnum GetEnumerator(TermsEnum? reuse) => GetEnumerator();
    }

    private sealed class VisibleTermsEnum(TermsEnum terms, IBits visible) : FilterAtomicReader.FilterTermsEnum(terms)
    {
        private DocsEnum? postings;
        private (int DocFreq, long TotalTermFreq)? counted;

        public override int DocFreq => Counted().DocFreq;

        public override long TotalTermFreq => m_input.TotalTermFreq < 0 ? -1 : Counted().TotalTermFreq;

        public override bool MoveNext()
        {
            counted = null;
            while (m_input.MoveNext())
            {
                if (IsVisible())
                    return true;
            }

            return false;
        }

        [Obsolete("Use MoveNext; overridden because the filter's own would step to hidden terms.")]
        public override BytesRef? Next() => MoveNext() ? Term : null;

        public override SeekStatus SeekCeil(BytesRef text)
        {
            counted = null;
            var found = m_input.SeekCeil(text);
            if (found == SeekStatus.END || IsVisible())
                return found;
            return MoveNext() ? SeekStatus.NOT_FOUND : SeekStatus.END;
        }

        public override bool SeekExact(BytesRef text)
        {
            counted = null;
            return m_input.SeekExact(text) && IsVisible();
        }

        /// <param name="state">That of a visible term.</param>
        public override void SeekExact(BytesRef term, TermState state)
        {
            counted = null;
            m_input.SeekExact(term, state);
        }

        public override void SeekExact(long ord) => throw new NotSupportedException("visible terms have no numbers; seek by text");

        public override long Ord => throw new NotSupportedException("visible terms have no numbers; seek by text");

        public override TermState GetTermState() => m_input.GetTermState();

        private bool IsVisible()
        {
            postings = m_input.Docs(visible, postings, DocsFlags.NONE);
            return postings.NextDoc() != DocsEnum.NO_MORE_DOCS;
        }

        private (int DocFreq, long TotalTermFreq) Counted()
        {
            if (counted is { } known)
                return known;
            var (docs, occurrences) = (0, 0L);
            postings = m_input.Docs(visible, postings, DocsFlags.FREQS);
            while (postings.NextDoc() != DocsEnum.NO_MORE_DOCS)
            {
                docs++;
                occurrences += postings.Freq;
            }

            counted = (docs, occurrences);
            return (docs, occurrences);
        }
    }
}

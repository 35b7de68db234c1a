using System.Security.Cryptography;
using System.Text;

namespace Evaluation.Extraction;

/// <summary>One of two halves of a set of pages: rules are tried on one, and measured on the other.</summary>
internal enum PageHalf
{
    /// <summary>All pages.</summary>
    Both,

    /// <summary>Pages whose name begins, as SHA-256, with a byte below 128.</summary>
    A,

    /// <summary>The others.</summary>
    B,
}

internal static class PageHalves
{
    /// <param name="file">The name of a page, so that a page is in the same half wherever it is measured.</param>
    public static bool Has(this PageHalf half, string file) =>
        half == PageHalf.Both || (SHA256.HashData(Encoding.UTF8.GetBytes(file))[0] < 128) == (half == PageHalf.A);
}

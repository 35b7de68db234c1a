using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsIndex.Embeddings;

/// <summary>Arithmetic of signed-byte vectors. Products are integers, so results are equal on every processor.</summary>
internal static class ByteVectors
{
    /// <summary>Scales a vector so that its largest number becomes 127 or -127, and rounds; null for a vector of zeros.</summary>
    public static byte[]? Quantise(float[] vector)
    {
        var largest = 0f;
        foreach (var value in vector)
            largest = Math.Max(largest, Math.Abs(value));
        if (largest == 0)
            return null;
        var bytes = new byte[vector.Length];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = unchecked((byte)(sbyte)MathF.Round(vector[i] / largest * 127));
        return bytes;
    }

    /// <summary>The dot product.</summary>
    /// <param name="a">As long as <paramref name="b"/>: a multiple of 128.</param>
    public static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b) =>
        Avx2.IsSupported ? DotOfPairs(a, b) : DotOfAny(a, b);

    /// <summary>The dot product with a vector of signed bytes that are widened already.</summary>
    /// <param name="a">As long as <paramref name="b"/>: a multiple of 128.</param>
    public static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<short> b)
    {
        if (!Avx2.IsSupported)
            return DotOfAny(a, b);
        var sum = Vector256<int>.Zero;
        ref var first = ref MemoryMarshal.GetReference(a);
        ref var second = ref MemoryMarshal.GetReference(b[..a.Length]);
        for (var i = 0; i < a.Length; i += Vector128<sbyte>.Count)
            sum += Avx2.MultiplyAddAdjacent(Widened(ref first, i), Vector256.LoadUnsafe(ref second, (nuint)i));
        return Vector256.Sum(sum);
    }

    /// <summary>The dot products of a vector with two others that are widened already, in one pass.</summary>
    /// <param name="a">As long as the others: a multiple of 128.</param>
    public static (int One, int Other) Dots(ReadOnlySpan<sbyte> a, ReadOnlySpan<short> one, ReadOnlySpan<short> other)
    {
        if (Avx512BW.IsSupported)
            return DotsOfWide(a, one, other);
        if (!Avx2.IsSupported)
            return (DotOfAny(a, one), DotOfAny(a, other));
        return DotsOfPairs(a, one, other);
    }

    /// <summary>Adds neighbouring products, 32 at a time.</summary>
    private static (int One, int Other) DotsOfWide(ReadOnlySpan<sbyte> a, ReadOnlySpan<short> one, ReadOnlySpan<short> other)
    {
        var (sumOfOne, sumOfOther) = (Vector512<int>.Zero, Vector512<int>.Zero);
        ref var first = ref MemoryMarshal.GetReference(a);
        ref var second = ref MemoryMarshal.GetReference(one[..a.Length]);
        ref var third = ref MemoryMarshal.GetReference(other[..a.Length]);
        for (var i = 0; i < a.Length; i += Vector256<sbyte>.Count)
        {
            var wide = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref first, (nuint)i));
            sumOfOne += Avx512BW.MultiplyAddAdjacent(wide, Vector512.LoadUnsafe(ref second, (nuint)i));
            sumOfOther += Avx512BW.MultiplyAddAdjacent(wide, Vector512.LoadUnsafe(ref third, (nuint)i));
        }

        return (Vector512.Sum(sumOfOne), Vector512.Sum(sumOfOther));
    }

    /// <summary>The same, 16 at a time.</summary>
    internal static (int One, int Other) DotsOfPairs(ReadOnlySpan<sbyte> a, ReadOnlySpan<short> one, ReadOnlySpan<short> other)
    {
        var (sumOfOne, sumOfOther) = (Vector256<int>.Zero, Vector256<int>.Zero);
        ref var first = ref MemoryMarshal.GetReference(a);
        ref var second = ref MemoryMarshal.GetReference(one[..a.Length]);
        ref var third = ref MemoryMarshal.GetReference(other[..a.Length]);
        for (var i = 0; i < a.Length; i += Vector128<sbyte>.Count)
        {
            var wide = Widened(ref first, i);
            sumOfOne += Avx2.MultiplyAddAdjacent(wide, Vector256.LoadUnsafe(ref second, (nuint)i));
            sumOfOther += Avx2.MultiplyAddAdjacent(wide, Vector256.LoadUnsafe(ref third, (nuint)i));
        }

        return (Vector256.Sum(sumOfOne), Vector256.Sum(sumOfOther));
    }

    private static Vector256<short> Widened(ref sbyte first, int at) =>
        Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref first, (nuint)at));

    /// <summary>Adds neighbouring products in one instruction.</summary>
    private static int DotOfPairs(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var sum = Vector256<int>.Zero;
        for (var i = 0; i < a.Length; i += Vector128<sbyte>.Count)
        {
            sum += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.Create(a[i..])), Avx2.ConvertToVector256Int16(Vector128.Create(b[i..])));
        }

        return Vector256.Sum(sum);
    }

    /// <summary>The same without instructions of one processor.</summary>
    internal static int DotOfAny(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var sum = Vector<int>.Zero;
        for (var i = 0; i < a.Length; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(a[i..]), out var lowA, out var highA);
            Vector.Widen(new Vector<sbyte>(b[i..]), out var lowB, out var highB);
            Vector.Widen(lowA * lowB, out var first, out var second);
            Vector.Widen(highA * highB, out var third, out var fourth);
            sum += first + second + third + fourth;
        }

        return Vector.Sum(sum);
    }

    /// <summary>The same with a vector that is widened already.</summary>
    internal static int DotOfAny(ReadOnlySpan<sbyte> a, ReadOnlySpan<short> b)
    {
        var sum = 0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}

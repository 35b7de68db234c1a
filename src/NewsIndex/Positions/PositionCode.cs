namespace NewsIndex.Positions;

/// <summary>
/// Numbers positions so that those near the start of either half of the text are small: even numbers for the first
/// <see cref="Half"/> positions and odd ones for the rest. Fields of text have the headline in the first half and the body in the second.
/// </summary>
internal static class PositionCode
{
    public const int Half = TextFields.BodyPosition;

    /// <param name="position">0 or more.</param>
    public static uint Encode(int position) => position < Half ? (uint)position * 2 : ((uint)(position - Half) * 2) + 1;

    public static int Decode(uint code) => (int)(code / 2) + ((int)(code & 1) * Half);
}

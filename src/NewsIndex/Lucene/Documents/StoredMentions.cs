using System.Text;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsIndex.Lucene.Documents;

/// <summary>Encodes the mentions of an article with their types, zones, offsets and entities.</summary>
internal static class StoredMentions
{
    public static byte[] Write(IReadOnlyList<Mention> mentions, IReadOnlyList<EntityReference> references)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write7BitEncodedInt(mentions.Count);
        for (var i = 0; i < mentions.Count; i++)
        {
            writer.Write((byte)(((int)references[i].Type << 1) | (int)mentions[i].Zone));
            writer.Write7BitEncodedInt(mentions[i].Start);
            writer.Write7BitEncodedInt(mentions[i].End - mentions[i].Start);
            writer.Write(references[i].Id);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <param name="stored">Null for an article without mentions.</param>
    public static IReadOnlyList<ArticleMention> Read(BytesRef? stored)
    {
        if (stored is null)
            return [];
        using var reader = new BinaryReader(new MemoryStream(stored.Bytes, stored.Offset, stored.Length), Encoding.UTF8);
        var mentions = new ArticleMention[reader.Read7BitEncodedInt()];
        for (var i = 0; i < mentions.Length; i++)
        {
            int kind = reader.ReadByte();
            var start = reader.Read7BitEncodedInt();
            var end = start + reader.Read7BitEncodedInt();
            var entity = new EntityReference((EntityType)(kind >> 1), reader.ReadString());
            mentions[i] = new ArticleMention(entity, (MentionZone)(kind & 1), start, end);
        }

        return mentions;
    }
}

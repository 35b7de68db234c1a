using System.Collections.Frozen;

namespace NewsIndex.Entities;

/// <summary>English first names and their short forms.</summary>
internal static class Nicknames
{
    /// <summary>Rows start with the long form; a short form may belong to several.</summary>
    private static readonly string[] Families =
    [
        "abraham abe", "albert al bert", "alexander alex", "alexandra alex", "alfred al fred", "amanda mandy", "andrew andy drew",
        "anthony tony", "arthur art", "barbara barb barbie", "benjamin ben", "bernard bernie",
        "bradley brad", "catherine cathy kate", "charles charlie chuck", "christine chris", "christopher chris", "cynthia cindy",
        "daniel dan danny", "david dave", "deborah debbie deb", "donald don", "douglas doug",
        "edward ed eddie ted ned", "elizabeth liz beth betty", "eugene gene", "francis frank", "franklin frank", "frederick fred",
        "geoffrey geoff", "gerald jerry gerry", "gregory greg", "harold harry hal", "henry hank harry",
        "jacob jake", "james jim jimmy", "jeffrey jeff", "jennifer jen jenny", "jerome jerry", "john jack johnny", "jonathan jon",
        "joseph joe", "joshua josh", "katherine kate kathy", "kenneth ken", "kimberly kim", "lawrence larry",
        "leonard len lenny", "louis lou", "margaret meg maggie peggy", "martin marty", "matthew matt", "michael mike mick",
        "mitchell mitch", "nathaniel nate", "nicholas nick", "patricia pat patty", "patrick pat", "peter pete",
        "philip phil", "phillip phil", "raymond ray", "rebecca becky", "richard dick rick rich", "robert bob bobby rob", "ronald ron",
        "russell russ", "samuel sam", "sandra sandy", "stanley stan", "stephen steve", "steven steve", "stuart stu",
        "susan sue", "theodore ted", "thomas tom tommy", "timothy tim", "victoria vicky", "vincent vince", "walter walt",
        "william bill billy will", "zachary zach",
    ];

    private static readonly FrozenSet<(string Long, string Short)> Pairs =
        Families.Select(family => family.Split(' '))
            .SelectMany(names => names.Skip(1).Select(nickname => (names[0], nickname)))
            .ToFrozenSet();

    /// <summary>Returns true if one first name may be a short form of the other. In lower case.</summary>
    public static bool Match(string one, string other) => Pairs.Contains((one, other)) || Pairs.Contains((other, one));
}

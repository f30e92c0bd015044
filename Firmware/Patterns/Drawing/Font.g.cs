// Made by Tools/Generator/FontSource.cs: dotnet run --project Tools/Generator
namespace NanoFirmware.Rendering;

/// <summary>Letters of five columns and seven rows. Texts stay in flash.</summary>
internal static class Font
{
    public const int Width = 5;
    public const int Height = 7;

    /// <summary>The letters that there are.</summary>
    public const string Letters =
        " ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:" +
        ";!?-+*/()'\"&%#@=<>_\u00C4\u00D6\u00DC\u00DF\u00C5\u00C6\u00D8\u00C7\u00C9\u00C8\u00CA\u00C0\u00C1\u00CD\u00D3\u00DA\u00D1\u00BF\u00A1\u20AC\u2665" +
        "\u266A";

    /// <summary>Seven rows a letter, five bits each, the leftmost column the highest, added to a zero's code.</summary>
    public const string Rows =
        "0000000>AAOAAANAANAAN?@@@@@?NAAAAANO@@L@@OO@@L@@@?@@GAA?AAAOAAA>44444>72222B<ABDHDBA@@@@@@OAKEEAAAAIIECCA>AAAAA>NAAN@@@>" +
        "AAAEB=NAANDBA?@@>11NO444444AAAAAA>AAAA::4AAAEEKAAA:4:AAAA:4444O1248@O>AAAAA>4<D444O>A168@ON11>11N26:BO22O@N11A>>@@NAA>O1" +
        "22444>AA>AA>>AA?11>00000<<0000<480<<0<<00<<0<484444404>A16404000>000044O4400E>O>E011248@@248884284222484480000::00000<BD" +
        "8EB=II248CC::O:O::>AGEG@?00O0O00248@8428421248000000O:0>AOAA:0>AAA>:0AAAA><BBDBBF4:4>AOA?DDODDG>CEEEI>?@@@?4<24O@N@O84O@" +
        "N@O4:O@N@O84>AOAA24>AOAA24>444>24>AAA>24AAAA>:DAIECA404<@A>404444478N8N870:OO>407554LL0";
}

namespace NanoFirmware.Jam;

/// <content>What the cells say.</content>
internal sealed partial class JamState
{
    /// <summary>The value of a transport's cell.</summary>
    public static int Transport(bool isPlaying, int swing, int tempo100) => (isPlaying ? 1 : 0) | (swing << 1) | (tempo100 << 8);

    /// <summary>The value of the colours' cell.</summary>
    public static int Colours(int mode, int root, int scale) => mode | (root << 2) | (scale << 6);

    public bool IsPlaying => (Values[TransportCell] & 1) != 0;

    /// <summary>50 is straight: where in a pair of steps the second one sounds, in hundredths.</summary>
    public int Swing => (Values[TransportCell] >> 1) & 127;

    /// <summary>Beats a minute, in hundredths.</summary>
    public int Tempo100 => Values[TransportCell] >> 8;

    public int ColourMode => Values[ColourCell] & 3;

    /// <summary>Key: 0 for C to 11 for B.</summary>
    public int Root => (Values[ColourCell] >> 2) & 15;

    public int Scale => Values[ColourCell] >> 6;

    /// <summary>The colours' value with some of it changed; −1 stays as it is.</summary>
    public int ColoursWith(int mode, int root, int scale) =>
        Colours(mode < 0 ? ColourMode : mode, root < 0 ? Root : root, scale < 0 ? Scale : scale);

    /// <summary>The transport's value with some of it changed; −1 stays as it is.</summary>
    public int TransportWith(int isPlaying, int swing, int tempo100) =>
        Transport(isPlaying < 0 ? IsPlaying : isPlaying != 0, swing < 0 ? Swing : swing, tempo100 < 0 ? Tempo100 : tempo100);
}

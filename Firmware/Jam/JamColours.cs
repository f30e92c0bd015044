namespace NanoFirmware.Jam;

/// <summary>
/// The colours of notes and drums, which every device derives by itself: red, green, blue in one number, all of them saturated.
/// </summary>
internal static class JamColours
{
    public const int Chromatic = 0;
    public const int Harmonic = 1;
    public const int Spectrum = 2;

    /// <summary>How many scales there are.</summary>
    public const int Scales = 14;

    private const int LowestNote = 12;
    private const int HighestNote = 120;

    // From red to magenta over nine octaves, in thousandths of a degree.
    private const int WidestHue = 300000;
    private const int Sector = 60000;

    private static readonly string[] ModeNames = { "chromatic", "harmonic", "spectrum" };

    private static readonly string[] RootNames = { "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B" };

    private static readonly string[] ScaleNames =
    {
        "major", "minor", "dorian", "phrygian", "lydian", "mixolydian", "locrian", "harmonic_minor", "melodic_minor",
        "pentatonic_major", "pentatonic_minor", "blues", "chromatic", "circle_of_fifths",
    };

    // A bit for each semitone above the root that belongs to it, the root's the lowest.
    private static readonly ushort[] ScaleNotes =
    {
        0xAB5, 0x5AD, 0x6AD, 0x5AB, 0xAD5, 0x6B5, 0x56B, 0x9AD, 0xAAD, 0x295, 0x4A9, 0x4E9, 0xFFF, 0xA95,
    };

    // Hues 0, 20, 35, 50, 60, 85, 110, 140, 170, 220, 260, 300 for C, C sharp …
    private static readonly int[] ChromaticNotes =
    {
        0xFF0000, 0xFF5500, 0xFF9500, 0xFFD500, 0xFFFF00, 0x95FF00, 0x2AFF00, 0x00FF55, 0x00FFD4, 0x0055FF, 0x5500FF, 0xFF00FF,
    };

    // The place in the circle of fifths times 30 degrees, by semitones above the root.
    private static readonly int[] HarmonicNotes =
    {
        0xFF0000, 0x0080FF, 0xFFFF00, 0x8000FF, 0x00FF00, 0xFF0080, 0x00FFFF, 0xFF8000, 0x0000FF, 0x80FF00, 0xFF00FF, 0x00FF80,
    };

    private static readonly string[] TrackNames = { "kick", "snare", "clap", "hihat", "perc", "tom", "crash", "ride" };

    // The hue grows with the logarithm of a drum's frequency, 50 to 8000 Hz: by modes, then in the order of the tracks. At 360
    // degrees, where a hi-hat and a crash lie in the first mode, is red again.
    private static readonly int[][] Drums =
    {
        new[] { 0xFF8E00, 0x00FFD5, 0x7900FF, 0xFF0000, 0x0500FF, 0xB3FF00, 0xFF0000, 0xFF00D1 },
        new[] { 0xFF5E00, 0x1CFF00, 0x00FFFB, 0x0000FF, 0x00FFAE, 0xFFDD00, 0x0000FF, 0x008BFF },
        new[] { 0xFF0B00, 0xE1FF00, 0x00FFC7, 0xFF00FF, 0x00FF3F, 0xFF3C00, 0xFF00FF, 0x0045FF },
    };

    public static string Mode(int index) => ModeNames[index];

    public static string Root(int index) => RootNames[index];

    public static string Scale(int index) => ScaleNames[index];

    /// <summary>What a track is called.</summary>
    public static string Track(int index) => TrackNames[index];

    /// <summary>−1 for none of the modes.</summary>
    public static int ModeOf(string name) => IndexOf(ModeNames, name);

    /// <summary>−1 for none of the keys.</summary>
    public static int RootOf(string name) => IndexOf(RootNames, name);

    /// <summary>−1 for none of the scales.</summary>
    public static int ScaleOf(string name) => IndexOf(ScaleNames, name);

    /// <summary>All scales, separated by commas.</summary>
    public static string AllScales()
    {
        string all = ScaleNames[0];
        for (int i = 1; i < ScaleNames.Length; i++)
        {
            all = all + ", " + ScaleNames[i];
        }

        return all;
    }

    /// <summary>The colour of a track's hit.</summary>
    public static int OfTrack(int track, int mode) => Drums[mode][track];

    /// <summary>The colour of a note, 0–127.</summary>
    /// <param name="note">As MIDI numbers them: 60 is the middle C.</param>
    /// <param name="mode">Where colours come from.</param>
    /// <param name="root">Of the key; moves the harmonic colours.</param>
    public static int OfNote(int note, int mode, int root)
    {
        switch (mode)
        {
            case Chromatic:
                return ChromaticNotes[note % 12];
            case Harmonic:
                return HarmonicNotes[(note + 12 - root) % 12];
            default:
                return OfHue((Clamp(note) - LowestNote) * WidestHue / (HighestNote - LowestNote));
        }
    }

    /// <summary>Whether a note belongs to the scale; one that does not is shown at a third of its light.</summary>
    public static bool IsInScale(int note, int root, int scale) => (ScaleNotes[scale] >> ((note + 12 - root) % 12) & 1) != 0;

    private static int Clamp(int note)
    {
        int atLeast = note < LowestNote ? LowestNote : note;
        return atLeast > HighestNote ? HighestNote : atLeast;
    }

    private static int OfHue(int hue)
    {
        int sector = hue / Sector;
        int rising = (((hue - (sector * Sector)) * 255) + (Sector / 2)) / Sector;
        switch (sector)
        {
            case 0:
                return 0xFF0000 | (rising << 8);
            case 1:
                return ((255 - rising) << 16) | 0xFF00;
            case 2:
                return 0xFF00 | rising;
            case 3:
                return ((255 - rising) << 8) | 0xFF;
            default:
                return sector == 4 ? (rising << 16) | 0xFF : 0xFF00FF;
        }
    }

    private static int IndexOf(string[] names, string name)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}

namespace NanoFirmware.Jam;

/// <summary>
/// A jam as one device has it: the state, who else plays, the session's time. What comes by a feed is taken if it is news and
/// carried on by all others; without a room it is a jam of one. It knows no network and no clock.
/// </summary>
internal sealed partial class JamSession
{
    /// <summary>Feeds from here on end at a client; those below are networks that others share.</summary>
    public const int FirstLeaf = 16;

    /// <summary>The source of what this device does itself.</summary>
    public const int Own = 0;

    private const int MostFeeds = 8;

    private readonly JamFeed[] _feeds = new JamFeed[MostFeeds];
    private int _feedCount;
    private bool _isNew;

    /// <param name="id">1–254, another one for each device.</param>
    /// <param name="name">Shown to the others.</param>
    /// <param name="nowUs">The clock.</param>
    public JamSession(int id, string name, long nowUs)
    {
        Id = id;
        Name = name;
        Clock.Begin(nowUs);
    }

    /// <summary>Held by whoever changes something; the one who plays the loop only reads.</summary>
    public readonly object Gate = new object();

    /// <summary>1–254; another one is taken when somebody else in the room has it.</summary>
    public int Id;

    public readonly JamState State = new JamState();

    public readonly JamLog Log = new JamLog();

    public readonly JamPeople People = new JamPeople();

    public readonly JamClock Clock = new JamClock();

    /// <summary>Shown to the others.</summary>
    public string Name;

    /// <summary>Six characters; null for none.</summary>
    public string Room;

    /// <summary>The room's checksum.</summary>
    public int RoomSum;

    /// <summary>Hears the notes; null for nobody.</summary>
    public JamHearer Hearer;

    /// <summary>Records what is news; null for nobody.</summary>
    public JamReel Reel;

    /// <summary>Edits and notes that were news.</summary>
    public int Taken;

    /// <summary>Packets and messages that are none, or out of range.</summary>
    public int Refused;
}

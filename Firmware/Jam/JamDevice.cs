using NanoFirmware.Rendering;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Jam;

/// <summary>The jam on this device, made when somebody first asks for it: until then nothing of it is there.</summary>
internal sealed class JamDevice
{
    private const int MostId = 254;

    private readonly Device _device;
    private JamRoom _far;

    public JamDevice(Device device)
    {
        _device = device;
        long nowUs = NowUs;
        Session = new JamSession(NewId(device.Hotspot.Mac, nowUs), UsualName, nowUs);
        Player = new JamPlayer(device.Audio, Session, Controls, new[] { device.ChannelA, device.ChannelB });
        Link = new JamLink(device, Session);
        device.Audio.Player = Player;
    }

    public readonly JamSession Session;

    public readonly JamControls Controls = new JamControls();

    public readonly JamPlayer Player;

    /// <summary>What it is called before somebody names it.</summary>
    public string UsualName => _device.Hotspot.Name ?? "nanoFirmware";

    /// <summary>One more with each change of room and name.</summary>
    public int Changes;

    /// <summary>The way to other devices in the network.</summary>
    public readonly JamLink Link;

    /// <summary>Records and replays, made when somebody first asks.</summary>
    public JamReel Reel
    {
        get
        {
            lock (Session.Gate)
            {
                Session.Reel = Session.Reel ?? new JamReel(Session);
                Player.Reel = Session.Reel;
                return Session.Reel;
            }
        }
    }

    /// <summary>Whether other devices can be reached: somebody has to look after the link then.</summary>
    public bool NeedsLink => Session.Room != null && _device.Live.Controls.IsJamOn;

    /// <summary>Goes by that name, and to that room; null for none.</summary>
    public void Enter(string room, string name)
    {
        bool isOther = Session.Name != name;
        Session.Name = name;
        if (room != Session.Room)
        {
            Session.Join(room, NowUs);
            Changes++;
        }
        else if (isOther)
        {
            Session.TellPeople();
        }

        Changes += isOther ? 1 : 0;
    }

    /// <summary>The device's far room is the jam's, whichever it is in now.</summary>
    public void FollowRoom()
    {
        string room = Session.Room;
        if (_far != null && _far.Name != room)
        {
            _device.FarRoom = null;
            _far.Leave();
            _far = null;
        }

        if (_far == null && room != null)
        {
            _far = new JamRoom(Session, room);
            _device.FarRoom = _far;
        }
    }

    private static long NowUs => (long)HighResTimer.GetCurrent();

    // Two devices that are switched on together differ by the radio's address, two of one radio's by the moment.
    private static int NewId(byte[] mac, long nowUs)
    {
        int sum = (int)nowUs;
        for (int i = 0; mac != null && i < mac.Length; i++)
        {
            sum = (sum * 31) + mac[i];
        }

        return 1 + ((sum & 0x7FFFFFFF) % MostId);
    }
}

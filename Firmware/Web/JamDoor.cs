using System;
using NanoFirmware.Health;
using NanoFirmware.Jam;

namespace NanoFirmware.Web;

/// <summary>Where web and socket find the device's jam, which is made when one of them first needs it.</summary>
internal sealed class JamDoor
{
    private readonly Device _device;
    private readonly Supervisor _supervisor;
    // As much is free only where there is PSRAM; half of a recording's room elsewhere would be all there is.
    private const int PlentyBytes = 512 * 1024;
    private const int LargeTape = 4096;
    private const int SmallTape = 256;

    private bool _isLinked;
    private bool _hasLooked;

    /// <summary>A recording that comes in pieces.</summary>
    public readonly JamTapeRoom TapeRoom = new JamTapeRoom();

    /// <summary>Edits and notes that a recording holds here.</summary>
    public int TapeCapacity => _supervisor.Heap.FreeBytes >= PlentyBytes ? LargeTape : SmallTape;

    /// <summary>Whether the jam records or did.</summary>
    public bool HasReel => _hasLooked;

    /// <summary>What records and replays, with what was kept before the start.</summary>
    public JamReel Reel
    {
        get
        {
            JamReel reel = Jam.Reel;
            lock (TapeRoom)
            {
                if (!_hasLooked)
                {
                    _hasLooked = true;
                    LoadTape(reel);
                }
            }

            return reel;
        }
    }

    public JamDoor(Device device, Supervisor supervisor)
    {
        _device = device;
        _supervisor = supervisor;
    }

    /// <summary>The jam, made when there is none.</summary>
    public JamDevice Jam => JamKeeper.Of(_device);

    private void LoadTape(JamReel reel)
    {
        try
        {
            if (JamTapeFile.IsKept)
            {
                var tape = new JamTape(TapeCapacity);
                reel.Tape = JamTapeFile.TryLoad(tape) ? tape : null;
            }
        }
        catch (Exception fault)
        {
            _device.Settings.Fail(fault.Message);
        }
    }

    /// <summary>The jam reaches others in the room that it is in: by a broker, and by the network once that is wanted.</summary>
    public void Link()
    {
        JamDevice jam = JamKeeper.Made(_device);
        if (jam == null)
        {
            return;
        }

        jam.FollowRoom();
        if (!_isLinked && jam.NeedsLink)
        {
            _isLinked = true;
            _supervisor.LookAfter(jam.Link);
        }
    }
}

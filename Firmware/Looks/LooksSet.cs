using System;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;

namespace NanoFirmware.Looks;

/// <summary>
/// Looks that come by themselves: playlist, nightlight, schedule, at the start and in silence. Made when somebody first asks for
/// one of them, or when something of it is kept.
/// </summary>
internal sealed class LooksSet : Routine
{
    private readonly SnapshotReader _ears;
    private readonly SilenceRule _silence;
    private readonly LooksFile _file;
    private readonly Device _device;

    /// <param name="device">Whose looks they are.</param>
    /// <param name="clock">What time it is there.</param>
    public LooksSet(Device device, WallClock clock)
    {
        _device = device;
        _ears = new SnapshotReader(device.Exchange);
        var schedule = new ScheduleControls(device.Presets.Slots);
        Playlist = new Playlist(new PlaylistControls(device.Presets.Slots), device.Presets);
        Nightlight = new Nightlight(new NightlightControls(), device.Master);
        Schedule = new Schedule(clock, schedule, device.Presets, device.Master);
        _silence = new SilenceRule(schedule, device.Presets);
        _file = new LooksFile(NewState(), clock);
    }

    public readonly Playlist Playlist;
    public readonly Nightlight Nightlight;
    public readonly Schedule Schedule;

    /// <summary>Looks at it that failed.</summary>
    public int Faults;

    /// <summary>What the last of them said; null for none.</summary>
    public string LastFault;

    /// <summary>The device's own, made now if they are not there.</summary>
    public static LooksSet Of(Device device)
    {
        lock (device.State)
        {
            var looks = device.Settings.Looks as LooksSet;
            if (looks == null)
            {
                looks = new LooksSet(device, new WallClock(device.ChannelA.Layout.Notices));
                device.Settings.Looks = looks;
            }

            return looks;
        }
    }

    /// <summary>At the start: brings back what is kept, and shows the look that a start shows.</summary>
    public static void Restore(Device device)
    {
        try
        {
            if (LooksFile.IsKept)
            {
                Of(device).Begin();
            }
        }
        catch (Exception fault)
        {
            device.Settings.Fail(fault.Message);
        }
    }

    /// <summary>Brings back what is kept of it; a nightlight ended with the power.</summary>
    public void Begin()
    {
        _file.Load();
        Nightlight.Controls.Stop();
        ScheduleControls controls = Schedule.Controls;
        if (controls.PowerUp == ScheduleControls.One)
        {
            _device.Presets.Recall(controls.PowerUpSlot);
        }
        else if (controls.PowerUp != ScheduleControls.Last)
        {
            _device.Master.Set(MasterControls.PowerIndex, 0);
        }
    }

    /// <inheritdoc/>
    public override void Step(long nowMs)
    {
        try
        {
            AudioSnapshot audio = _ears.Read();
            _file.ZoneChanges += Schedule.Clock.FollowZone() ? 1 : 0;
            Playlist.Step(audio, nowMs);
            Nightlight.Step(nowMs);
            Schedule.Step();
            _silence.Step(audio, nowMs);
            _file.Step(nowMs);
        }
        catch (Exception fault)
        {
            Faults++;
            LastFault = fault.Message;
        }
    }

    /// <inheritdoc/>
    public override void Flush() => _file.Flush();

    /// <inheritdoc/>
    public override void Reset() => _file.Reset();

    /// <inheritdoc/>
    public override JsonPart Document(bool isKept) => _file.Document();

    /// <inheritdoc/>
    public override string Restore(JsonPart document, JsonWriter resolved)
    {
        int doneMinute = Schedule.Controls.DoneMinute;
        string problem = _file.Restore(document, resolved);
        if (problem == null && resolved == null)
        {
            Schedule.Controls.DoneMinute = doneMinute;
        }

        return problem;
    }

    private StateExchange NewState()
    {
        const int Others = 3;
        var names = new string[Others + Schedule.Events];
        var groups = new ControlSet[names.Length];
        names[0] = "playlist";
        groups[0] = Playlist.Controls;
        names[1] = "nightlight";
        groups[1] = Nightlight.Controls;
        names[2] = "schedule";
        groups[2] = Schedule.Controls;
        for (int i = 0; i < Schedule.Events; i++)
        {
            names[Others + i] = "event-" + (i + 1).ToString();
            groups[Others + i] = Schedule.Lines[i];
        }

        return new StateExchange(names, groups, new CustomPalette[0]);
    }
}

using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;

namespace NanoFirmware.Jam;

/// <summary>
/// Keeps room, name and how a jam is shown over a restart, 5 s after the last change; the device's jam hangs here, where it is
/// also forgotten.
/// </summary>
internal sealed partial class JamKeeper : Routine
{
    private const string FileName = "I:\\jam";

    // A program that never stops changing things has two saved a minute.
    private const int SavesOnEnd = 10;

    private readonly Device _device;
    private readonly JamDevice _jam;
    private readonly StateExchange _state;
    private readonly WriteBudget _budget = new WriteBudget(SavesOnEnd);
    private int _savedVersion;
    private int _seenVersion;
    private long _changedMs;

    private JamKeeper(Device device)
    {
        _device = device;
        _jam = new JamDevice(device);
        var names = new string[1];
        names[0] = JamChange.GroupName;
        _state = new StateExchange(names, new ControlSet[] { _jam.Controls }, new CustomPalette[0]);
        Settle();
    }

    /// <summary>The device's jam, made now if there is none.</summary>
    public static JamDevice Of(Device device) => KeeperOf(device)._jam;

    /// <summary>Who keeps it, made now if there is none.</summary>
    public static JamKeeper KeeperOf(Device device)
    {
        lock (device.State)
        {
            var keeper = device.Settings.Jam as JamKeeper;
            if (keeper == null)
            {
                keeper = new JamKeeper(device);
                device.Settings.Jam = keeper;
            }

            return keeper;
        }
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        _state.Reset();
        _jam.Enter(null, _jam.UsualName);
        _jam.Session.Reel?.Put(null);
        Settle();
        new SafeFile(FileName, SafeFile.NewRoom()).Delete();
        JamTapeFile.Delete();
    }

    /// <summary>The device's jam; null when there is none.</summary>
    public static JamDevice Made(Device device) => device.Settings.Jam == null ? null : Of(device);
}

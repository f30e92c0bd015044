using System;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;

namespace NanoFirmware.Jam;

/// <summary>
/// Keeps room, name and how a jam is shown over a restart, 5 s after the last change; the device's jam hangs here, where it is
/// also forgotten.
/// </summary>
internal sealed class JamKeeper : Routine
{
    private const string FileName = "I:\\jam";
    private const string RoomName = "room";
    private const string PersonName = "name";
    private const int QuietMs = 5000;

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

    /// <summary>The device's jam; null when there is none.</summary>
    public static JamDevice Made(Device device) => device.Settings.Jam == null ? null : Of(device);

    /// <summary>At the start: brings back what is kept.</summary>
    public static void Restore(Device device)
    {
        try
        {
            if (SafeFile.Exists(FileName) || JamTapeFile.IsKept)
            {
                KeeperOf(device).Load();
            }
        }
        catch (Exception fault)
        {
            device.Settings.Fail(fault.Message);
        }
    }

    /// <inheritdoc/>
    public override void Step(long nowMs)
    {
        int version = Version;
        if (version != _seenVersion)
        {
            _seenVersion = version;
            _changedMs = nowMs;
        }
        else if (version != _savedVersion && nowMs - _changedMs >= QuietMs && _budget.TryTake(nowMs))
        {
            Save();
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        if (Version != _savedVersion)
        {
            Save();
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

    /// <inheritdoc/>
    public override JsonPart Document(bool isKept)
    {
        var json = new JsonWriter(SafeFile.DocumentBytes);
        if (isKept)
        {
            new JamChange(_jam).Write(json);
        }
        else
        {
            JamChange.WritePresent(json, _jam);
        }

        return new JsonPart(json.Bytes, 0, json.Length);
    }

    /// <inheritdoc/>
    public override string Restore(JsonPart document, JsonWriter resolved)
    {
        var json = new JsonReader();
        json.Begin(document.Bytes, document.Start, document.Length);
        var change = new JamChange(_jam);
        string problem = change.Read(json);
        if (problem == null && resolved != null)
        {
            change.Write(resolved);
        }
        else if (problem == null)
        {
            change.Apply();
        }

        return problem;
    }

    private int Version => _state.Version + _jam.Changes;

    private void Settle()
    {
        _savedVersion = Version;
        _seenVersion = _savedVersion;
    }

    private void Load()
    {
        var file = new SafeFile(FileName, SafeFile.NewRoom());
        int length = file.Load();
        if (length >= 0)
        {
            ReadNames(file.Bytes, length);
            _state.ReadStored(file.Bytes, SafeFile.HeadBytes, length);
            _jam.Player.MakeLights();
        }

        Settle();
    }

    // A drive that does not take it is asked again after the next change.
    private void Save()
    {
        _savedVersion = Version;
        try
        {
            var file = new SafeFile(FileName, SafeFile.NewRoom());
            file.Load();
            var json = new JsonWriter(file.Bytes, SafeFile.HeadBytes);
            new JamChange(_jam).Write(json);
            file.Keep(json.Length);
        }
        catch (Exception fault)
        {
            _device.Settings.Fail(fault.Message);
        }
    }

    // They come first.
    private void ReadNames(byte[] bytes, int length)
    {
        string room = null;
        string person = _jam.UsualName;
        var json = new JsonReader();
        json.Begin(bytes, SafeFile.HeadBytes, length);
        bool isText = json.Next() == JsonToken.BeginObject;
        while (isText && json.Next() == JsonToken.Name)
        {
            bool isRoom = json.Text == RoomName;
            bool isPerson = json.Text == PersonName;
            isText = (isRoom || isPerson) && json.Next() == JsonToken.Text;
            room = isText && isRoom ? json.Text : room;
            person = isText && isPerson ? json.Text : person;
        }

        _jam.Enter(room, person);
    }
}

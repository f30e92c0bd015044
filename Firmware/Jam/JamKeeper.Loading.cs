using System;
using NanoFirmware.Documents;
using NanoFirmware.Storage;

namespace NanoFirmware.Jam;

/// <content>What was kept.</content>
internal sealed partial class JamKeeper
{
    private const string RoomName = "room";
    private const string PersonName = "name";

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

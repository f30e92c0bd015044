using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>The file that holds it as a whole until it is taken over, and how large that is.</content>
internal sealed partial class BackupStore
{
    // What there is beside maps takes less, and an entry of a map four bytes and a comma.
    private const int PlainBytes = 12288;

    // A preset beyond eight, name and layers and all, at most.
    private const int BytesOfPreset = SafeFile.DocumentBytes;
    private const int BytesOfPlace = 5;
    private const int BytesOfMap = 64;

    /// <summary>Keeps what was read as a whole.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; nothing has changed.</exception>
    public void Keep()
    {
        var file = new SafeFile(FileName, RoomBytes);
        file.Load();
        var document = new JsonWriter(file.Bytes, SafeFile.HeadBytes);
        Write(document);
        file.Save(document.Length);
    }

    // No more than is needed: it is one piece, on a board that may have little.
    private int RoomBytes
    {
        get
        {
            int bytes = PlainBytes;
            for (int i = 0; i < _maps.Length; i++)
            {
                bytes += _maps[i] == null ? 0 : BytesOfMap + (_maps[i].Leds.Length * BytesOfPlace);
            }

            bytes += BytesOf(_panels) + BytesOf(_sprites) + Looks.Length + Jam.Length + Mqtt.Length;
            for (int i = 0; i < _given; i++)
            {
                if (_presets[i] != null)
                {
                    bytes += BytesOf(_presets[i].Panels) + (i < PresetStore.Few ? 0 : BytesOfPreset);
                }
            }

            return bytes;
        }
    }

    private static int BytesOf(JsonPart part) => part == null ? 0 : part.Length + BytesOfMap;
}

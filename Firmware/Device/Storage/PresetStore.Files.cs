using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>A slot's file, into the room and out of it.</content>
internal sealed partial class PresetStore
{
    private const string FileName = "I:\\preset";

    /// <summary>Reads all names, so that whatever is damaged is found at the start and no request waits for the drive.</summary>
    public void Load()
    {
        lock (_turn)
        {
            for (int slot = 1; slot <= Slots; slot++)
            {
                Note(slot, Read(slot));
            }

            _isRead = true;
        }
    }

    private SafeFile FileOf(int slot) => new SafeFile(FileName + slot.ToString(), _room);

    private PresetDocument Read(int slot)
    {
        if (!SafeFile.Exists(FileName + slot.ToString()))
        {
            return null;
        }

        lock (_room)
        {
            SafeFile file = FileOf(slot);
            int length = LoadedFrom(file, slot);
            if (length < 0)
            {
                return null;
            }

            PresetDocument preset = NewDocument(Tolerance.Anything);
            preset.ReadStored(file.Bytes, SafeFile.HeadBytes, length);
            return preset;
        }
    }

    private int LoadedFrom(SafeFile file, int slot)
    {
        int length = file.Load();
        if (file.SetAside > 0)
        {
            SetAside += file.SetAside;
            LastFault = length < 0
                ? "preset " + slot.ToString() + " is lost: its damaged file was set aside as .bad"
                : "a damaged file of preset " + slot.ToString() + " was set aside as .bad: its other generation counts";
        }

        return length;
    }

    // Into the room; how many bytes it takes.
    private int Write(PresetDocument preset)
    {
        var document = new JsonWriter(_room, SafeFile.HeadBytes);
        preset.Write(document);
        return document.Length;
    }
}

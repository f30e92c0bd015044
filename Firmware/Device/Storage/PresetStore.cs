using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <summary>
/// Eight looks of the whole device, each with a name and a file of its own in two generations. A save writes to flash, unless it
/// would write what is there; a recall only reads.
/// </summary>
internal sealed class PresetStore
{
    public const int Slots = 8;

    private const string FileName = "I:\\preset";

    private readonly StateExchange _state;
    private readonly string[] _names = new string[Slots];

    // For each file in turn, the settings' too: a piece as large as that for every preset of a backup could make the runtime move
    // arrays.
    private readonly byte[] _room;
    private bool _isRead;
    private int _recalled;
    private int _recalledVersion;

    /// <summary>Grows with every change of a slot since the start.</summary>
    public int Changes;

    /// <summary>Files that were not whole and have been set aside as ".bad".</summary>
    public int SetAside;

    /// <summary>Which was the last of them, as a sentence; null when there was none.</summary>
    public string LastFault;

    /// <param name="state">What a look is.</param>
    /// <param name="room">As <see cref="SafeFile.NewRoom"/> makes it.</param>
    public PresetStore(StateExchange state, byte[] room)
    {
        _state = state;
        _room = room;
    }

    /// <summary>The slot that was recalled last, while nothing was changed since; 0 when there is none.</summary>
    public int Current => _recalledVersion == _state.Version ? _recalled : 0;

    /// <summary>Reads all names, so that whatever is damaged is found at the start and no request waits for the drive.</summary>
    public void Load()
    {
        lock (_names)
        {
            for (int slot = 1; slot <= Slots; slot++)
            {
                PresetDocument preset = Read(slot);
                _names[slot - 1] = preset == null ? null : preset.Name;
            }

            _isRead = true;
        }
    }

    /// <summary>The name of slot 1 to 8; null when it is empty.</summary>
    public string NameOf(int slot)
    {
        lock (_names)
        {
            if (!_isRead)
            {
                Load();
            }

            // An element that was never set is not equal to null as a value on the device, so null is returned as such.
            string name = _names[slot - 1];
            if (name == null)
            {
                return null;
            }

            return name;
        }
    }

    /// <summary>The controls as they are now under a name, to be <see cref="Put"/>.</summary>
    public PresetDocument Present(string name)
    {
        PresetDocument preset = NewDocument(Tolerance.Nothing);
        preset.Name = name;
        preset.Look.WantPresent();
        return preset;
    }

    /// <summary>Gives a slot another name and keeps what is in it; false when it is empty.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the slot is as before.</exception>
    public bool Rename(int slot, string name)
    {
        lock (_names)
        {
            PresetDocument preset = Read(slot);
            if (preset == null)
            {
                return false;
            }

            preset.Name = name;
            Put(slot, preset);
            return true;
        }
    }

    /// <summary>Sets all controls to what a slot holds, as far as this firmware knows them; false when it is empty.</summary>
    public bool Recall(int slot)
    {
        PresetDocument preset = Document(slot);
        if (preset == null)
        {
            return false;
        }

        preset.Look.Apply();
        _recalled = slot;
        _recalledVersion = _state.Version;
        return true;
    }

    /// <summary>What a slot holds; null when it is empty.</summary>
    public PresetDocument Document(int slot)
    {
        lock (_names)
        {
            return Read(slot);
        }
    }

    /// <summary>Whether a slot holds just that, so that nothing needs to be written; null is an empty slot.</summary>
    public bool Holds(int slot, PresetDocument preset)
    {
        if (preset == null)
        {
            return NameOf(slot) == null;
        }

        lock (_names)
        {
            lock (_room)
            {
                preset.Look.Resolve();

                // Both go through the one room, one after the other: their checksums are compared.
                int length = Write(preset);
                uint checksum = Crc32.Of(_room, SafeFile.HeadBytes, length);
                SafeFile file = FileOf(slot);
                return LoadedFrom(file, slot) == length && file.LoadedChecksum == checksum;
            }
        }
    }

    /// <summary>
    /// Keeps a preset; ask first whether the slot <see cref="Holds(int, PresetDocument)"/> it already: flash wears.
    /// </summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the slot is as before.</exception>
    public void Put(int slot, PresetDocument preset)
    {
        lock (_names)
        {
            lock (_room)
            {
                preset.Look.Resolve();
                SafeFile file = FileOf(slot);
                LoadedFrom(file, slot);
                file.Keep(Write(preset));
            }

            Changes++;
            _names[slot - 1] = preset.Name;
        }
    }

    /// <summary>An empty preset, to read one into.</summary>
    public PresetDocument NewDocument(Tolerance tolerance) => new PresetDocument(_state.NewChange(tolerance), tolerance);

    /// <summary>Empties a slot.</summary>
    public void Delete(int slot)
    {
        lock (_names)
        {
            lock (_room)
            {
                FileOf(slot).Delete();
            }

            Changes++;
            _recalled = _recalled == slot ? 0 : _recalled;
            _names[slot - 1] = null;
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

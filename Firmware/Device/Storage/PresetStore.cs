using System;
using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <summary>
/// Looks of the whole device, each with a name and a file of its own, the first eight in two generations. A save writes
/// to flash, unless it would write what is there; a recall only reads.
/// </summary>
internal sealed class PresetStore
{
    /// <summary>Slots of a board with PSRAM.</summary>
    public const int Most = 32;

    /// <summary>Slots of one without.</summary>
    public const int Few = 8;

    /// <summary>How many this board has; slots count from 1.</summary>
    public readonly int Slots;

    private const string FileName = "I:\\preset";

    private readonly StateExchange _state;
    private readonly object _turn = new object();

    // Of the first slots, until a further one is used.
    private string[] _names = new string[Few];

    // For each slot the pattern and the palette of the first strip, so that a list can show a picture without the drive.
    private string[] _pictures = new string[Few * 2];

    // For each file in turn, the settings' too: a piece as large as that for every preset of a backup could make the runtime move
    // arrays.
    private readonly byte[] _room;
    private bool _isRead;
    private int _recalled;
    private int _recalledVersion;

    /// <summary>Keeps what panels show in a look; null for nobody who does.</summary>
    public PanelStore Panels;

    /// <summary>Grows with every change of a slot since the start.</summary>
    public int Changes;

    /// <summary>Files that were not whole and have been set aside as ".bad".</summary>
    public int SetAside;

    /// <summary>Which was the last of them, as a sentence; null when there was none.</summary>
    public string LastFault;

    /// <param name="state">What a look is.</param>
    /// <param name="room">As <see cref="SafeFile.NewRoom"/> makes it.</param>
    /// <param name="slots">How many there are.</param>
    public PresetStore(StateExchange state, byte[] room, int slots)
    {
        Slots = slots;
        _state = state;
        _room = room;
    }

    /// <summary>The slot that was recalled last, while nothing was changed since; 0 when there is none.</summary>
    public int Current => _recalledVersion == Version ? _recalled : 0;

    /// <summary>How many slots a board with so much PSRAM has: each restore and list takes memory for all of them.</summary>
    public static int SlotsWith(uint psramBytes) => psramBytes > 0 ? Most : Few;

    /// <summary>The slot that a text names; 0 for none.</summary>
    public int SlotOf(string text)
    {
        int slot = 0;
        for (int i = 0; i < text.Length && slot <= Slots; i++)
        {
            bool isDigit = text[i] >= '0' && text[i] <= '9' && (slot > 0 || text[i] != '0');
            slot = isDigit ? (slot * 10) + text[i] - '0' : int.MaxValue;
        }

        return slot <= Slots ? slot : 0;
    }

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

    /// <summary>The name of a slot; null when it is empty.</summary>
    public string NameOf(int slot)
    {
        lock (_turn)
        {
            if (!_isRead)
            {
                Load();
            }

            // An element that was never set is not equal to null as a value on the device, so null is returned as such.
            string name = slot > _names.Length ? null : _names[slot - 1];
            if (name == null)
            {
                return null;
            }

            return name;
        }
    }

    /// <summary>The pattern that a slot has on the first strip; null for none.</summary>
    public string PatternOf(int slot) => slot > _names.Length ? null : _pictures[(slot - 1) * 2];

    /// <summary>The palette that it has there.</summary>
    public string PaletteOf(int slot) => slot > _names.Length ? null : _pictures[((slot - 1) * 2) + 1];

    /// <summary>The controls as they are now under a name, to be <see cref="Put"/>.</summary>
    public PresetDocument Present(string name)
    {
        PresetDocument preset = NewDocument(Tolerance.Nothing);
        preset.Name = name;
        preset.Look.WantPresent();
        preset.Panels = Panels == null ? null : Panels.Document(withGroups: false);
        return preset;
    }

    /// <summary>Gives a slot another name and keeps what is in it; false when it is empty.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the slot is as before.</exception>
    public bool Rename(int slot, string name)
    {
        lock (_turn)
        {
            PresetDocument preset = Document(slot);
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
    public bool Recall(int slot) => Recall(slot, -1);

    /// <summary>The same, with a cross-fade of another length than the look's own.</summary>
    /// <param name="slot">1 to <see cref="Slots"/>.</param>
    /// <param name="fadeMs">How long the fade takes; −1 for the look's own.</param>
    public bool Recall(int slot, int fadeMs)
    {
        PresetDocument preset = Document(slot);
        if (preset == null)
        {
            return false;
        }

        for (int group = 0; fadeMs >= 0 && group < _state.Channels.Length; group++)
        {
            preset.Look.Want(group, ChannelControls.FadeIndex, fadeMs);
        }

        preset.Look.Apply();
        if (Panels != null)
        {
            Panels.Show(preset.Panels);
        }

        _recalled = slot;
        _recalledVersion = Version;
        return true;
    }

    /// <summary>What a slot holds; null when it is empty.</summary>
    public PresetDocument Document(int slot)
    {
        lock (_turn)
        {
            PresetDocument preset = Read(slot);
            if (preset != null && Panels != null)
            {
                preset.Panels = Panels.Load(slot);
            }

            return preset;
        }
    }

    /// <summary>Whether a slot holds just that, so that nothing needs to be written; null is an empty slot.</summary>
    public bool Holds(int slot, PresetDocument preset)
    {
        if (preset == null)
        {
            return NameOf(slot) == null;
        }

        lock (_turn)
        {
            lock (_room)
            {
                preset.Look.Resolve();

                // Both go through the one room, one after the other: their checksums are compared.
                int length = Write(preset);
                uint checksum = Crc32.Of(_room, SafeFile.HeadBytes, length);
                SafeFile file = FileOf(slot);
                return LoadedFrom(file, slot) == length && file.LoadedChecksum == checksum
                    && (Panels == null || JsonPart.AreSame(Panels.Load(slot), preset.Panels));
            }
        }
    }

    /// <summary>
    /// Keeps a preset; ask first whether the slot <see cref="Holds(int, PresetDocument)"/> it already: flash wears.
    /// </summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the slot is as before.</exception>
    public void Put(int slot, PresetDocument preset)
    {
        lock (_turn)
        {
            lock (_room)
            {
                preset.Look.Resolve();
                if (Panels != null && !JsonPart.AreSame(Panels.Load(slot), preset.Panels))
                {
                    Panels.Keep(slot, preset.Panels);
                }

                SafeFile file = FileOf(slot);
                LoadedFrom(file, slot);
                int length = Write(preset);
                if (slot <= Few)
                {
                    file.Keep(length);
                }
                else
                {
                    // The drive has 64 blocks, of which each file takes one: two for each of 32 would be all of them.
                    file.KeepAlone(length);
                }
            }

            Changes++;
            Note(slot, preset);
        }
    }

    /// <summary>An empty preset, to read one into.</summary>
    public PresetDocument NewDocument(Tolerance tolerance) => new PresetDocument(_state.NewChange(tolerance), tolerance);

    /// <summary>Empties a slot.</summary>
    public void Delete(int slot)
    {
        lock (_turn)
        {
            lock (_room)
            {
                FileOf(slot).Delete();
                if (Panels != null)
                {
                    Panels.Keep(slot, null);
                }
            }

            Changes++;
            _recalled = _recalled == slot ? 0 : _recalled;
            Note(slot, null);
        }
    }

    private int Version => _state.Version + (Panels == null ? 0 : Panels.Version);

    private void Note(int slot, PresetDocument preset)
    {
        if (slot > _names.Length)
        {
            if (preset == null)
            {
                return;
            }

            MakeRoomForAll();
        }

        _names[slot - 1] = preset == null ? null : preset.Name;
        _pictures[(slot - 1) * 2] = preset == null ? null : preset.Look.ChoiceOf(0, ChannelControls.PatternIndex);
        _pictures[((slot - 1) * 2) + 1] = preset == null ? null : preset.Look.ChoiceOf(0, ChannelControls.PaletteIndex);
    }

    private void MakeRoomForAll()
    {
        var names = new string[Slots];
        var pictures = new string[Slots * 2];
        Array.Copy(_names, 0, names, 0, _names.Length);
        Array.Copy(_pictures, 0, pictures, 0, _pictures.Length);
        _pictures = pictures;
        _names = names;
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

using System;
using NanoFirmware.Web;

namespace NanoFirmware.Storage;

/// <summary>Eight looks of the whole device, each with a name, one file each. A save writes to flash, a recall only reads.</summary>
internal sealed class PresetStore
{
    public const int Slots = 8;

    /// <summary>Greatest length of a name in characters.</summary>
    public const int MaxName = 24;

    /// <summary>Greatest document: a name, and all controls. 900 bytes today.</summary>
    public const int CapacityBytes = 2048;

    private const string FileName = "I:\\preset";

    private readonly StateExchange _state;
    private readonly string[] _names = new string[Slots];
    private bool _isRead;
    private int _recalled;
    private int _recalledVersion;

    /// <summary>Grows with every change of a slot since the start.</summary>
    public int Changes;

    public PresetStore(StateExchange state) => _state = state;

    /// <summary>The slot that was recalled last, while nothing was changed since; 0 when there is none.</summary>
    public int Current => _recalledVersion == _state.Version ? _recalled : 0;

    /// <summary>The name of slot 1 to 8; null when it is empty.</summary>
    public string NameOf(int slot)
    {
        lock (_names)
        {
            if (!_isRead)
            {
                ReadNames();
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

    /// <summary>Keeps the controls as they are now.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the slot is as before.</exception>
    public void Save(int slot, string name)
    {
        lock (_names)
        {
            SafeFile file = FileOf(slot);
            file.Load();
            Reply document = Named(file, name);
            _state.WriteFields(document);
            document.EndObject();
            file.Save(document.Length);
            Changes++;
            _names[slot - 1] = name;
        }
    }

    /// <summary>Gives a slot another name and keeps what is in it; false when it is empty.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the slot is as before.</exception>
    public bool Rename(int slot, string name)
    {
        lock (_names)
        {
            SafeFile file = FileOf(slot);
            byte[] look = Read(file);
            if (look == null)
            {
                return false;
            }

            // Behind the old name the document goes on as it is.
            int end = EndOfName(look);
            int head = Named(file, name).Length;
            Array.Copy(look, end, file.Bytes, SafeFile.HeadBytes + head, look.Length - end);
            file.Save(head + look.Length - end);
            Changes++;
            _names[slot - 1] = name;
            return true;
        }
    }

    /// <summary>Sets all controls to what a slot holds; false when it is empty.</summary>
    public bool Recall(int slot)
    {
        lock (_names)
        {
            byte[] look = Read(slot);
            bool isRecalled = look != null && _state.Read(look, 0, look.Length, true) == null;
            if (isRecalled)
            {
                _recalled = slot;
                _recalledVersion = _state.Version;
            }

            return isRecalled;
        }
    }

    /// <summary>What a slot holds as JSON, the name first; null when it is empty.</summary>
    public byte[] Document(int slot)
    {
        lock (_names)
        {
            return Read(slot);
        }
    }

    /// <summary>Keeps a document that <see cref="Document"/> gave once, checked by the caller.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the slot is as before.</exception>
    public void Put(int slot, byte[] bytes, int start, int length)
    {
        lock (_names)
        {
            SafeFile file = FileOf(slot);
            file.Load();
            Array.Copy(bytes, start, file.Bytes, SafeFile.HeadBytes, length);
            file.Save(length);
            Changes++;
            _isRead = false;
        }
    }

    /// <summary>A change of all that a slot holds, to read one into.</summary>
    public StateChange NewChange() => _state.NewChange(false);

    /// <summary>Empties a slot.</summary>
    public void Delete(int slot)
    {
        lock (_names)
        {
            FileOf(slot).Delete();
            Changes++;
            _recalled = _recalled == slot ? 0 : _recalled;
            _names[slot - 1] = null;
        }
    }

    /// <summary>Empties all slots.</summary>
    public void DeleteAll()
    {
        for (int slot = 1; slot <= Slots; slot++)
        {
            Delete(slot);
        }
    }

    private static SafeFile FileOf(int slot) => new SafeFile(FileName + slot.ToString(), CapacityBytes);

    // The document's beginning, in the file's own bytes.
    private static Reply Named(SafeFile file, string name)
    {
        var document = new Reply(file.Bytes, SafeFile.HeadBytes);
        document.Begin();
        document.BeginObject();
        document.Field("name", name);
        return document;
    }

    // An empty slot is found out without a buffer for it.
    private static byte[] Read(int slot) => SafeFile.Exists(FileName + slot.ToString()) ? Read(FileOf(slot)) : null;

    private static byte[] Read(SafeFile file)
    {
        int length = file.Load();
        if (length < 0)
        {
            return null;
        }

        var document = new byte[length];
        Array.Copy(file.Bytes, SafeFile.HeadBytes, document, 0, length);
        return document;
    }

    private static string NameIn(byte[] document)
    {
        var json = new JsonReader();
        json.Begin(document, document.Length);
        bool named = json.Next() == JsonToken.BeginObject && json.Next() == JsonToken.Name && json.Next() == JsonToken.Text;
        return named ? json.Text : string.Empty;
    }

    // The first comma outside the name's quotes; the name is the first field.
    private static int EndOfName(byte[] document)
    {
        bool inText = false;
        for (int i = 0; i < document.Length; i++)
        {
            byte c = document[i];
            if (c == '\\')
            {
                i++;
            }
            else if (c == '"')
            {
                inText = !inText;
            }
            else if (c == ',' && !inText)
            {
                return i;
            }
        }

        return document.Length;
    }

    private void ReadNames()
    {
        for (int i = 0; i < Slots; i++)
        {
            byte[] look = Read(i + 1);
            _names[i] = look == null ? null : NameIn(look);
        }

        _isRead = true;
    }
}

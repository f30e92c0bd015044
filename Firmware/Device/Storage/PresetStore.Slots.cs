namespace NanoFirmware.Storage;

/// <content>Which slot is meant, and what may be done with it besides.</content>
internal sealed partial class PresetStore
{
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
}

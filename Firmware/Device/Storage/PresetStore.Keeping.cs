using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>What a slot holds is written where it is not there already.</content>
internal sealed partial class PresetStore
{
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
}

using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>What each slot holds: its name, and what a picture of it needs.</summary>
internal sealed class PresetList : ListAnswer
{
    // A name each of whose bytes is escaped, and the longest pattern and palette: 180 bytes.
    private const int SlotBytes = 256;

    private readonly PresetStore _presets;

    public PresetList(PresetStore presets)
        : base("presets", presets.Slots, SlotBytes) => _presets = presets;

    /// <inheritdoc/>
    protected override void WriteEntry(Reply reply, int index)
    {
        int slot = index + 1;
        reply.BeginObject();
        reply.Field("slot", slot);
        string name = _presets.NameOf(slot);
        reply.Field("name", name);
        if (name != null && _presets.PatternOf(slot) != null && _presets.PaletteOf(slot) != null)
        {
            reply.Field("pattern", _presets.PatternOf(slot));
            reply.Field("palette", _presets.PaletteOf(slot));
        }

        reply.EndObject();
    }
}

using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/palettes: what there is to choose from; the last is each channel's own and has no colours here.</summary>
internal sealed class PaletteList : ListAnswer
{
    // A palette takes less.
    private const int EntryBytes = 1024;

    // As many colours as a gradient needs to be recognised on a phone.
    private const int Samples = 6;

    private const int ColourDigits = 6;

    // Read once: a constant makes an object each time.
    private readonly string _digits = PaletteKeys.Rgb;
    private readonly string[] _names = PaletteCatalog.Names();

    public PaletteList()
        : base("palettes", PaletteCatalog.Names().Length, EntryBytes)
    {
    }

    protected override void WriteEntry(Reply reply, int index)
    {
        reply.BeginObject();
        reply.Field(AnswerName.Index, index);
        reply.Field(AnswerName.Name, _names[index]);
        reply.Name(AnswerName.Colors);
        reply.BeginArray();
        if (!PaletteCatalog.IsCustom(index))
        {
            // The table of palettes is a text of such digits already.
            for (int sample = 0; sample < Samples; sample++)
            {
                reply.Part(
                    _digits, (index * Palette.KeyBytes * 2) + (sample * (Palette.Keys - 1) / (Samples - 1) * ColourDigits),
                    ColourDigits);
            }
        }

        reply.EndArray();
        reply.EndObject();
    }
}

using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>A layout as JSON: of a line no more than that it is one.</summary>
internal static class LayoutDocument
{
    public const string Name = "layout";

    private static readonly string[] FieldsOfLine = { "kind" };

    /// <summary>
    /// Writes a channel's into the object that is open. Of a line that is a few bytes: every page that polls gets them.
    /// </summary>
    public static void Write(JsonWriter json, ChannelLayout layout)
    {
        if (!layout.IsLine)
        {
            Write(json, layout.NewControls());
            return;
        }

        json.Name(Name);
        json.BeginObject();
        json.Field(FieldsOfLine[0], "line");
        json.EndObject();
    }

    /// <summary>Writes it into the object that is open.</summary>
    public static void Write(JsonWriter json, LayoutControls layout)
    {
        json.Name(Name);
        json.BeginObject();
        WriteFields(json, layout);
        json.EndObject();
    }

    /// <summary>Writes its fields into the object that is open.</summary>
    public static void WriteFields(JsonWriter json, LayoutControls layout) =>
        ControlsDocument.WriteFields(json, layout, layout.IsGrid ? null : FieldsOfLine);
}

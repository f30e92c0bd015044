using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <summary>What a preset may be called: a text that leaves something to see on a button.</summary>
internal static class PresetName
{
    /// <summary>Greatest length in bytes of UTF-8, which is what the drive and the buttons have room for.</summary>
    public const int MaxBytes = 32;

    /// <summary>What is allowed, for a sentence.</summary>
    public const string Allowed = "a text of 1 to 32 bytes in UTF-8 that is not blank, without control characters";

    private const char FirstHighControl = '\u007F';
    private const char LastHighControl = '\u009F';
    private const string Unnamed = "unnamed";

    /// <summary>A client's text without the blanks at its ends; null when it is no name.</summary>
    public static string From(string text)
    {
        string name = Trimmed(text);
        return name.Length > 0 && Utf8.Count(name) <= MaxBytes && WithoutControls(name).Length == name.Length ? name : null;
    }

    /// <summary>A stored text as a name, whatever another version allowed.</summary>
    public static string FromStored(string text)
    {
        string name = Trimmed(Utf8.Clip(Trimmed(WithoutControls(text)), MaxBytes));
        return name.Length > 0 ? name : Unnamed;
    }

    // The runtime's own Trim knows the blanks of ASCII alone.
    private static string Trimmed(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text.Substring(start, end - start);
    }

    // Nobody sees them on a button, and some clients stumble over them.
    private static string WithoutControls(string text)
    {
        var kept = new char[text.Length];
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] >= ' ' && (text[i] < FirstHighControl || text[i] > LastHighControl))
            {
                kept[count] = text[i];
                count++;
            }
        }

        return new string(kept, 0, count);
    }

    // White space as Unicode has it (property White_Space), and the two that have no width.
    private static bool IsBlank(char c) =>
        c == ' ' || (c >= '\t' && c <= '\r') || c == '\u0085' || c == '\u00A0' || c == '\u1680'
            || (c >= '\u2000' && c <= '\u200B')
        || c == '\u2028' || c == '\u2029' || c == '\u202F' || c == '\u205F' || c == '\u3000' || c == '\uFEFF';
}

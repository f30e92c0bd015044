using System.Text;

namespace NanoFirmware;

/// <summary>Texts as bytes.</summary>
public static class TextCode
{
    /// <summary>UTF-8. Encoding.UTF8 makes a new object whenever it is read: a status answer read it fifty times.</summary>
    public static readonly Encoding Utf8 = Encoding.UTF8;
}

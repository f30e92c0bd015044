using System.Text;

namespace NanoHost.Net;

/// <summary>
/// A text in the radio's configuration block. The library counts characters; the native side copies bytes into a field of a fixed
/// size with a zero at its end, and throws when they do not fit.
/// </summary>
internal static class FixedText
{
    internal static void Require(string text, int fieldBytes, string field)
    {
        int bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes >= fieldBytes)
        {
            throw new ArgumentException($"{field} has {bytes} bytes; its field holds {fieldBytes - 1}.");
        }
    }
}

using System;

namespace NanoFirmware.Rendering;

/// <summary>A strip in one colour, kept by a pattern that begins each of its frames on it.</summary>
public sealed class Ground
{
    /// <summary>3 bytes a pixel, green, red, blue.</summary>
    public readonly byte[] Bytes = new byte[Board.LedCount * 3];

    // Black is what it is at first.
    private int _made;

    /// <summary>Takes over a colour; at once when it has it already.</summary>
    public void Make(int green, int red, int blue)
    {
        int made = (green << 16) | (red << 8) | blue;
        if (made == _made)
        {
            return;
        }

        _made = made;
        byte[] bytes = Bytes;
        bytes[0] = (byte)green;
        bytes[1] = (byte)red;
        bytes[2] = (byte)blue;
        for (int done = 3; done < bytes.Length; done += done)
        {
            Array.Copy(bytes, 0, bytes, done, done <= bytes.Length - done ? done : bytes.Length - done);
        }
    }
}

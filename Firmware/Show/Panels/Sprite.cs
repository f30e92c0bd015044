using System;

namespace NanoFirmware.Panels;

/// <summary>A small picture with a name; never changed.</summary>
internal sealed class Sprite
{
    public Sprite(string name, int width, int height, byte[] rgb)
    {
        Name = name;
        Width = width;
        Height = height;
        Rgb = rgb;
    }

    public readonly string Name;

    public readonly int Width;

    public readonly int Height;

    /// <summary>Red, green, blue of each pixel, row by row.</summary>
    public readonly byte[] Rgb;

    /// <summary>What a square window shows of it; black beside it.</summary>
    /// <param name="left">The window's first column.</param>
    /// <param name="size">Its pixels both ways.</param>
    public byte[] Window(int left, int size)
    {
        var window = new byte[size * size * 3];
        int columns = Width - left < size ? Width - left : size;
        for (int row = 0; row < size && row < Height && columns > 0; row++)
        {
            Array.Copy(Rgb, ((row * Width) + left) * 3, window, row * size * 3, columns * 3);
        }

        return window;
    }
}

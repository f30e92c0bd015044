using System;

namespace NanoFirmware.Outputs;

/// <summary>
/// Pixels that somebody in the network sends for all outputs together: one thread puts them together, any thread reads the newest
/// whole frame. Three bytes a pixel in the sender's order, the first output's pixels and then the next one's.
/// </summary>
public sealed class SentFrame
{
    private readonly LiveFrame _frames;

    /// <param name="pixels">Of all strips together.</param>
    public SentFrame(int pixels)
    {
        Waiting = new byte[pixels * 3];
        _frames = new LiveFrame(pixels);
    }

    /// <summary>
    /// The frame that is being put together; it keeps what it held, so that a sender may send what changed alone. Its writer's.
    /// </summary>
    public readonly byte[] Waiting;

    /// <summary>True while a sender's frames are to be shown in place of what is drawn here.</summary>
    public bool IsOn;

    /// <summary>The bytes come as green, red, blue; else red comes first.</summary>
    public bool IsGreenFirst;

    /// <summary>The bytes are light as it is: no gamma, no brightness.</summary>
    public bool IsRaw;

    /// <summary>As <see cref="LiveFrame.Number"/>.</summary>
    public int Number => _frames.Number;

    /// <summary>Makes a copy of <see cref="Waiting"/> the newest whole frame. One thread only.</summary>
    public void Show()
    {
        Picture next = _frames.Begin();
        Array.Copy(Waiting, 0, next.Grb, 0, Waiting.Length);
        _frames.End();
    }

    /// <summary>Copies the newest whole frame, or a part of it; as <see cref="LiveFrame.TryRead"/>.</summary>
    public bool TryRead(Picture picture) => _frames.TryRead(picture);
}

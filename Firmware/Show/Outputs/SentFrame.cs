namespace NanoFirmware.Outputs;

/// <summary>
/// Pixels that somebody in the network sends for all outputs together: one thread puts them together, any thread reads the newest
/// whole frame. Three bytes a pixel in the sender's order, the first output's pixels and then the next one's.
/// </summary>
public sealed class SentFrame
{
    /// <summary>Frames that are for all of them.</summary>
    public const int EveryOutput = -1;

    private readonly LiveFrame _frames;
    private readonly Picture _waiting;

    /// <param name="pixels">Of all strips together.</param>
    public SentFrame(int pixels)
    {
        _frames = new LiveFrame(pixels);
        _waiting = new Picture(pixels);
        Waiting = _waiting.Grb;
    }

    /// <summary>
    /// The frame that is being put together; it keeps what it held, so that a sender may send what changed alone. Its writer's.
    /// </summary>
    public readonly byte[] Waiting;

    /// <summary>True while a sender's frames are to be shown in place of what is drawn here.</summary>
    public bool IsOn;

    /// <summary>On which outputs they are, a bit for each.</summary>
    public int Outputs = EveryOutput;

    /// <summary>The bytes come as green, red, blue; else red comes first.</summary>
    public bool IsGreenFirst;

    /// <summary>The bytes are light as it is: no gamma, no brightness.</summary>
    public bool IsRaw;

    /// <summary>As <see cref="LiveFrame.Number"/>.</summary>
    public int Number => _frames.Number;

    /// <summary>Makes a copy of <see cref="Waiting"/> the newest whole frame. One thread only.</summary>
    public void Show()
    {
        _frames.Begin().CopyFrom(_waiting);
        _frames.End();
    }

    /// <summary>Copies the newest whole frame, or a part of it; as <see cref="LiveFrame.TryRead"/>.</summary>
    public bool TryRead(Picture picture) => _frames.TryRead(picture);

    /// <summary>Has the newest whole frame of <paramref name="other"/> wait here; as <see cref="LiveFrame.TryRead"/>.</summary>
    public bool TryTake(SentFrame other) => other.TryRead(_waiting);
}

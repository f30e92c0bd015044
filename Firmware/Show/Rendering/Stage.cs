using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>What two channels have in common: the master's controls, the supply, the eye that sees both, and A's picture for B to follow.</summary>
internal sealed class Stage
{
    public Stage(MasterControls master)
    {
        Master = master;
        Power = new PowerBudget(master);
    }

    public readonly MasterControls Master;

    public readonly PowerBudget Power;

    public readonly FlashGuard Guard = new FlashGuard();

    /// <summary>What channel A drew last, before anything was limited: one strip, or both when they continue each other; null until B follows.</summary>
    public byte[] Picture;

    /// <summary>No pixel's bytes in <see cref="Picture"/> add up to more than this.</summary>
    public int PictureSum;

    /// <summary>The brightness that was asked for in <see cref="Picture"/>, and the one that its palette has.</summary>
    public int PictureLevel = 1;

    public int PictureShownLevel = 1;

    /// <summary>Sums of <see cref="Picture"/>, strip by strip: B's are its own when both continue each other, else A's.</summary>
    public readonly FrameSums[] PictureSums = { new FrameSums(), new FrameSums() };

    /// <summary>One more each time that A begins to draw something else, so that B fades with it.</summary>
    public int Changes;

    /// <summary>Pixels that came from elsewhere; null until they may come.</summary>
    public LiveFrame Live;

    /// <summary>Channel A.</summary>
    public Channel Leader;
}

using NanoFirmware.Control;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>What a WLED client wants of the whole device, collected before anything of it is stored.</summary>
internal sealed class WledPlan
{
    /// <summary>Segments that WLED's clients see: the channels.</summary>
    public const int Segments = 2;

    private readonly Device _device;

    public WledPlan(Device device)
    {
        _device = device;
        Master = new WledWish(device.Master);
        Channels = new WledWish[] { new WledWish(device.ChannelA.Controls), new WledWish(device.ChannelB.Controls) };
    }

    public readonly WledWish Master;

    public readonly WledWish[] Channels;

    /// <summary>The preset to recall; <see cref="WledValue.None"/> for none.</summary>
    public int Preset = WledValue.None;

    /// <summary>The segments' single LEDs; null where there are none.</summary>
    public readonly WledPixels[] Pixels = new WledPixels[Segments];

    /// <summary>The segments whose single LEDs are to go.</summary>
    public readonly bool[] Thaws = new bool[Segments];

    /// <summary>LEDs of the longest segment.</summary>
    public int LongestSegment
    {
        get
        {
            int a = _device.ChannelA.Output.Strip.Leds;
            int b = _device.ChannelB.Output.Strip.Leds;
            return a > b ? a : b;
        }
    }

    /// <summary>Cross-fade of this change alone, in ms; <see cref="WledValue.None"/> for the usual one.</summary>
    public int FadeOnceMs = WledValue.None;

    /// <summary>The longest cross-fade there is, in ms.</summary>
    public int LongestFadeMs => _device.ChannelA.Controls.Controls[ChannelControls.FadeIndex].Max;

    /// <summary>Wants a cross-fade of both, from now on.</summary>
    public void Fade(int milliseconds)
    {
        for (int i = 0; i < Segments; i++)
        {
            Channels[i].Set(ChannelControls.FadeIndex, milliseconds);
        }
    }

    /// <summary>Stores what is wanted; a preset as WLED does after what it might change, single LEDs over all of that.</summary>
    public void Apply()
    {
        Master.Prepare();
        Channels[0].Prepare();
        Channels[1].Prepare();
        Master.Store();
        Channels[0].Store(_device.ChannelA, FadeOnceMs);
        Channels[1].Store(_device.ChannelB, FadeOnceMs);
        if (Preset > 0 && Preset <= _device.Presets.Slots && Preset != _device.Presets.Current)
        {
            _device.Presets.Recall(Preset);
        }

        for (int i = 0; i < Segments; i++)
        {
            ApplyPixels(i);
        }
    }

    private void ApplyPixels(int segment)
    {
        if (Pixels[segment] != null)
        {
            _device.Live.Put(segment, Pixels[segment].Colours, Pixels[segment].IsGiven);
        }
        else if (Thaws[segment] && _device.Live.Picture != null)
        {
            _device.Live.Picture.Release(segment);
        }
    }
}

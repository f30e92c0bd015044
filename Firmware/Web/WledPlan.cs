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

    /// <summary>Stores what is wanted; a preset last, as WLED does: what it holds counts.</summary>
    public void Apply()
    {
        Master.Prepare();
        Channels[0].Prepare();
        Channels[1].Prepare();
        Master.Store();
        Channels[0].Store(_device.ChannelA, FadeOnceMs);
        Channels[1].Store(_device.ChannelB, FadeOnceMs);
        if (Preset > 0 && Preset <= PresetStore.Slots && Preset != _device.Presets.Current)
        {
            _device.Presets.Recall(Preset);
        }
    }
}

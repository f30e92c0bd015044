using NanoFirmware.Control;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;

namespace NanoFirmware.Mqtt;

/// <summary>
/// Tells Home Assistant what this device is, in one message or in one for each thing (MQTT discovery): three lights, selects,
/// figures, and a button for each preset.
/// </summary>
internal sealed partial class HomeDiscovery
{
    /// <summary>Things that are no buttons.</summary>
    public const int FirstButton = 10;

    /// <summary>Greatest message of one, without <see cref="NameBytes"/>.</summary>
    public const int MostEntityBytes = 2048;

    private const int LightMaster = 2;
    private const int PatternA = 3;
    private const int LinkSelect = 5;
    private const int PresetSelect = 6;
    private const int Bpm = 7;
    private const int Level = 8;
    private const int Current = 9;

    // Of all things with eight presets; of a button of one more, without its name.
    private const int UsualBytes = 8192;
    private const int ButtonBytes = 160;

    // No static tables, which would take their room also on a device that has no broker.
    private readonly string[] _keys =
    {
        "light_a", "light_b", "light_master", "pattern_a", "pattern_b", "link", "preset", "bpm", "level", "current",
    };

    private readonly string[] _titles =
    {
        "Strip A", "Strip B", "Both strips", "Pattern A", "Pattern B", "Link", "Preset", "Tempo", "Level", "Current",
    };

    private readonly Device _device;
    private readonly MqttTopics _topics;

    public HomeDiscovery(Device device, MqttTopics topics)
    {
        _device = device;
        _topics = topics;
    }

    /// <summary>How many things there are.</summary>
    public int Count => FirstButton + _device.Presets.Slots;

    /// <summary>Greatest message of all of them: with more than eight presets names are in a list and on buttons.</summary>
    public int MostBytes => UsualBytes + (2 * NameBytes) + ((_device.Presets.Slots - PresetStore.Few) * ButtonBytes);

    /// <summary>Another one means that what there is to tell is another too: presets, and patterns on a grid.</summary>
    public int Version => (_device.Presets.Changes * 128) + Patterns(_device.ChannelA).Length + Patterns(_device.ChannelB).Length;

    /// <summary>
    /// What the names of more than eight presets take in a list: each of their bytes escaped, two quotes, a comma.
    /// </summary>
    public int NameBytes => (_device.Presets.Slots - PresetStore.Few) * ((PresetName.MaxBytes * 2) + 3);

    private Channel ChannelOf(int index) => index == 0 ? _device.ChannelA : _device.ChannelB;

    private static string[] Patterns(Channel channel) =>
        channel.Controls.Controls[ChannelControls.PatternIndex].Choices;
}

using NanoFirmware.Control;

namespace NanoFirmware.Live;

/// <summary>Which protocols may light the strips, and how their pixels are taken.</summary>
internal sealed class LiveControls : ControlSet
{
    public const int DdpIndex = 0;
    public const int E131Index = 1;
    public const int ArtNetIndex = 2;
    public const int WledIndex = 3;
    public const int RgbIndex = 4;
    public const int Tpm2Index = 5;
    public const int RawIndex = 6;
    public const int OrderIndex = 7;
    public const int TimeoutIndex = 8;
    public const int UniverseIndex = 9;
    public const int ArtNetUniverseIndex = 10;
    public const int ChannelIndex = 11;
    public const int UniverseSizeIndex = 12;
    public const int DdpOffsetIndex = 13;
    public const int SoundSyncIndex = 14;
    public const int SocketIndex = 15;
    public const int DiscoveryIndex = 16;
    public const int SensorsIndex = 17;
    public const int JamIndex = 18;

    /// <summary>The first so many are switches of a protocol, each of which needs a socket.</summary>
    public const int Protocols = 6;

    /// <summary>Sound Sync: another device's ears take the place of ours.</summary>
    public const int SoundSyncReceive = 1;

    /// <summary>Sound Sync: others are told what is heard here.</summary>
    public const int SoundSyncSend = 2;

    /// <summary>Sensors: what another device's group tells is taken.</summary>
    public const int SensorsReceive = 1;

    /// <summary>Sensors: a group is told of ours.</summary>
    public const int SensorsSend = 2;

    /// <summary>Of sixteen sockets so many are for light from elsewhere.</summary>
    public const int MostOpen = 4;

    /// <summary>The time-out that never ends: the last picture stays until another sender comes.</summary>
    public const int HoldForEver = 65000;

    /// <summary>Index of the order in which wire bytes come ready-made.</summary>
    public const int OrderGrb = 1;

    private static readonly string[] Orders = { "rgb", "grb" };
    private static readonly string[] SoundSyncs = { "off", "receive", "send" };
    private static readonly string[] Sizes = { "510", "512" };

    public LiveControls()
        : base(new[]
        {
            ControlSpec.Switch("ddp", false),
            ControlSpec.Switch("e131", false),
            ControlSpec.Switch("artnet", false),
            ControlSpec.Switch("wled", false),
            ControlSpec.Switch("rgb", false),
            ControlSpec.Switch("tpm2", false),
            ControlSpec.Switch("raw", false),
            ControlSpec.Choice("order", Orders, 0),
            ControlSpec.Number("timeoutMs", 100, HoldForEver, 2500),
            ControlSpec.Number("universe", 1, E131Packet.LastUniverse, 1),
            ControlSpec.Number("artnetUniverse", 0, ArtNetPacket.LastUniverse, 0),
            ControlSpec.Number("channel", 1, 512, 1),
            ControlSpec.Choice("universeSize", Sizes, 0),
            ControlSpec.Number("ddpOffset", 0, int.MaxValue, 0),
            ControlSpec.Choice("soundSync", SoundSyncs, 0),
            ControlSpec.Switch("socket", false),
            ControlSpec.Switch("discovery", true),
            ControlSpec.Choice("sensors", SoundSyncs, 0),
            ControlSpec.Switch("jam", false),
        })
    {
    }

    /// <summary>Called after a change; null for nobody.</summary>
    public ControlsChangedHandler WhenChanged;

    /// <summary>Whether the WebSocket is open.</summary>
    public bool IsSocketOn => Values[SocketIndex] != 0;

    /// <summary>Whether a jam's room may be one of the network: its port is one of the four.</summary>
    public bool IsJamOn => Values[JamIndex] != 0;

    /// <summary>Whether the device wants to be found by its name and by programs that look for its kind.</summary>
    public bool IsDiscoveryOn => Values[DiscoveryIndex] != 0;

    /// <summary>Channels of one universe that carry pixels: 170 whole pixels, or all 512 with one split.</summary>
    public int UniverseBytes => Values[UniverseSizeIndex] == 0 ? 510 : 512;

    private static int CountOn(int[] values)
    {
        int count = (values[SoundSyncIndex] == 0 ? 0 : 1) + (values[SensorsIndex] == 0 ? 0 : 1) + values[JamIndex];
        for (int i = 0; i < Protocols; i++)
        {
            count += values[i];
        }

        return count;
    }

    /// <inheritdoc/>
    public override string Conflict(int[] values)
    {
        if (CountOn(values) <= MostOpen)
        {
            return null;
        }

        string on = string.Empty;
        for (int i = 0; i < Protocols; i++)
        {
            if (Values[i] != 0)
            {
                on = on.Length == 0 ? Controls[i].Name : on + " or " + Controls[i].Name;
            }
        }

        if (Values[SoundSyncIndex] != 0)
        {
            on += " or soundSync";
        }

        if (Values[SensorsIndex] != 0)
        {
            on += " or sensors";
        }

        if (Values[JamIndex] != 0)
        {
            on += " or jam";
        }

        return "at most four protocols at a time: switch off " + on + " first";
    }

    /// <inheritdoc/>
    protected override void Changed()
    {
        if (WhenChanged != null)
        {
            WhenChanged();
        }
    }
}

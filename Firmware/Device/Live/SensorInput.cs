using NanoFirmware.Sensors;

namespace NanoFirmware.Live;

/// <summary>
/// What another device tells of its sensors: it lights nothing, it is kept as if the sensor were here, so that this device may
/// serve those who ask. A sensor that is switched on here comes before one that is told.
/// </summary>
internal sealed class SensorInput : LiveInput
{
    /// <summary>UDP port.</summary>
    public const int UdpPort = 21326;

    // So many late ones in a row are a sender that has begun anew.
    private const int LateUntilAnew = 5;

    /// <summary>The group that sensors are told to.</summary>
    public static byte[] Group => new byte[] { 239, 0, 0, 2 };

    private readonly SensorSet _sensors;
    private readonly int[] _newest = new int[SensorSet.Count];
    private int _lateInARow;

    public SensorInput(LiveControls controls, SensorSet sensors)
        : base("sensors", UdpPort, controls, null)
    {
        _sensors = sensors;
    }

    /// <inheritdoc/>
    public override bool IsPicture => false;

    /// <inheritdoc/>
    public override byte[] GroupAt(int index) => index == 0 ? Group : null;

    /// <inheritdoc/>
    public override void Draw(byte[] packet)
    {
        _sensors.All[packet[1]].TakeTold(packet);
        Frames++;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        Sensor[] all = _sensors.All;
        for (int i = 0; i < all.Length; i++)
        {
            all[i].IsTold = false;
            _newest[i] = 0;
        }
    }

    /// <inheritdoc/>
    protected override bool Read(byte[] packet, int length, int nowMs)
    {
        if (!SensorMessage.IsWhole(packet, length))
        {
            Refused++;
            return false;
        }

        int index = packet[1];
        int newest = SensorMessage.Newest(packet);
        bool isLate = newest <= _newest[index];
        if (isLate && ++_lateInARow < LateUntilAnew)
        {
            Late++;
            return false;
        }

        // Points that no message has told.
        int missing = newest - _newest[index] - packet[2];
        Lost += !isLate && _newest[index] > 0 && missing > 0 ? 1 : 0;
        _lateInARow = 0;
        _newest[index] = newest;
        return true;
    }
}

using NanoFirmware.Network;
using NanoFirmware.Sensors;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Live;

/// <summary>
/// Tells a group of the sensors here, as clients of the WebSocket are told: however many listen, each message is sent once.
/// </summary>
internal sealed class SensorSender : GroupSender
{
    private const int SecondUs = 1000000;

    // It is asked once a hop, now a little sooner and now a little later: the nearest hop counts.
    private const int HalfHopUs = SecondUs / Board.FrameRateHz / 2;

    private readonly SensorSet _sensors;
    private readonly byte[] _packet = new byte[SensorMessage.MostBytes];
    private readonly int[] _told = new int[SensorSet.Count];
    private long _toldUs;

    public SensorSender(SensorSet sensors, Radio radio)
        : base(radio, SensorInput.Group, SensorInput.UdpPort)
    {
        _sensors = sensors;
    }

    /// <inheritdoc/>
    protected override void Tell()
    {
        long nowUs = (long)HighResTimer.GetCurrent();
        if ((nowUs - _toldUs + HalfHopUs) * _sensors.EventsHz < SecondUs)
        {
            return;
        }

        _toldUs = nowUs;
        Sensor[] all = _sensors.All;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].IsRunning)
            {
                Send(_packet, SensorMessage.Fill(_packet, 0, all[i], i, _told[i]));
                _told[i] = all[i].History.Sequence;
            }
        }
    }
}

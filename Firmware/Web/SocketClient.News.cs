using NanoFirmware.Documents;
using NanoFirmware.Sensors;

namespace NanoFirmware.Web;

/// <content>Sensors and the jam, as far as there is news.</content>
internal sealed partial class SocketClient
{
    private void TellJam(long nowUs)
    {
        if (Jam.SpeaksBytes)
        {
            int bytes = Jam.Fill(_out.Bytes, SocketFrame.HeaderRoom, _out.Bytes.Length - SocketFrame.HeaderRoom, nowUs);
            if (bytes > 0)
            {
                Send(SocketFrame.Binary, bytes);
            }
        }
        else if (Jam.HasNews)
        {
            var json = new JsonWriter(_out.Bytes, SocketFrame.HeaderRoom);
            if (Jam.Write(json, nowUs))
            {
                Send(SocketFrame.Text, json.Length);
            }
        }
    }

    private void TellSensors(SensorSet sensors, long nowMs)
    {
        if ((nowMs - _sensorMs) * sensors.EventsHz < 1000)
        {
            return;
        }

        _sensorMs = nowMs;
        Sensor[] all = sensors.All;
        for (int i = 0; i < all.Length; i++)
        {
            if (_isOpen && (Wishes.SensorBits & (1 << i)) != 0)
            {
                Send(SocketFrame.Binary, SensorMessage.Fill(_out.Bytes, SocketFrame.HeaderRoom, all[i], i, _told[i]));
                SignalHistory history = all[i].History;
                _told[i] = history == null ? 0 : history.Sequence;
            }
        }
    }
}

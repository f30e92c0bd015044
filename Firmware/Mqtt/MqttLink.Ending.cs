using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Mqtt;

/// <content>A connection ends, by a fault or by a wish.</content>
internal sealed partial class MqttLink
{
    // Half of the pause is the same for all, the other half as chance and the radio's address have it: devices that lost the
    // same broker do not come back to it in one moment.
    private void Fail(string why, long nowMs)
    {
        Faults++;
        LastFault = why;
        Close();
        State = LinkState.Waiting;
        int half = _retry.Failed(nowMs) / 2;
        byte[] mac = _device.Hotspot.Mac;
        int chance = ((int)(HighResTimer.GetCurrent() & 0xFFFF) * 31) + (mac[mac.Length - 1] << 8) + mac[mac.Length - 2];
        _dueMs = nowMs + half + (chance % (half + 1));
    }

    // Its last will is for those that go without a word.
    private void Leave()
    {
        if (_line != null && _line.IsConnected && State == LinkState.Connected)
        {
            _line.TryPublish(_topics.Status, TextCode.Utf8.GetBytes(MqttTopics.Offline), true);
        }

        Close();
    }

    private void Close()
    {
        BrokerLine line = _line;
        _line = null;
        if (_room != null)
        {
            _room.IsCarried = false;
            _room = null;
        }

        if (line != null)
        {
            _publishedBefore += line.Published;
            _receivedBefore += line.Received;
            line.Close();
        }
    }
}

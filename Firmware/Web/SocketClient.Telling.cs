using NanoFirmware.Audio;

namespace NanoFirmware.Web;

/// <content>What the client wants to be sent, when it is time.</content>
internal sealed partial class SocketClient
{
    /// <summary>Sends the pictures and the event that are due.</summary>
    /// <param name="device">Whose strips.</param>
    /// <param name="heard">The newest snapshot.</param>
    /// <param name="nowMs">The clock.</param>
    public void Tell(Device device, AudioSnapshot heard, long nowMs)
    {
        int previewHz = Wishes.PreviewHz;
        int eventsHz = Wishes.EventsHz;
        if (_isOpen && eventsHz > 0 && (nowMs - _eventMs) * eventsHz >= 1000)
        {
            _eventMs = nowMs;
            Send(SocketFrame.Binary, _out.Event(heard, _onsets, _beats));
            _onsets = heard.Onsets;
            _beats = heard.Beats;
        }

        if (_isOpen && Wishes.SensorBits != 0)
        {
            TellSensors(device.Sensors, nowMs);
        }

        if (_isOpen && Jam != null)
        {
            TellJam(nowMs * 1000);
        }

        if (_isOpen && previewHz > 0 && (nowMs - _previewMs) * previewHz >= 1000)
        {
            _previewMs = nowMs;
            SendPreview(device.ChannelA.Output.Strip, 0);
            SendPreview(device.ChannelB.Output.Strip, 1);
        }
    }

    private void SendPreview(Outputs.Strip strip, int index)
    {
        if (_isOpen && strip.IsWired)
        {
            Send(SocketFrame.Binary, _out.Preview(strip, index));
        }
    }
}

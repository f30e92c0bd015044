using System.Net;

namespace NanoFirmware.Live;

/// <content>What waits at the ports, and who asks who is there.</content>
internal sealed partial class LiveInputs
{
    private int Listen(LivePort port, int left, int nowMs)
    {
        LiveInput input = port.Input;
        while (left > 0)
        {
            int length = port.Receive(_packet, nowMs);
            if (length == 0)
            {
                return left;
            }

            left--;
            if (!TakeIn(input, _packet, length, nowMs) && input == _artNet && _artNet.IsAsked)
            {
                _artNet.IsAsked = false;
                Introduce(port);
            }
        }

        return left;
    }

    // One answer for each universe, to whoever was looked at last: a controller asks every few seconds, which is seldom enough to
    // be looked at.
    private void Introduce(LivePort port)
    {
        var asker = port.Input.Sender as IPEndPoint;
        if (asker == null)
        {
            return;
        }

        _reply = _reply ?? new ArtNetReply(_radio.Hotspot.Mac);
        byte[] address = _radio.OwnAddress(asker.Address.GetAddressBytes());
        int universe = Controls.Values[LiveControls.ArtNetUniverseIndex];
        for (int i = 0; i < _artNet.UniversesNeeded; i++)
        {
            port.Answer(_reply.For(address, universe + i, i + 1, _artNet.IsAlive), ArtNetReply.Bytes);
        }
    }
}

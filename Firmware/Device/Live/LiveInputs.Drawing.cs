namespace NanoFirmware.Live;

/// <content>What one of them has just sent.</content>
internal sealed partial class LiveInputs
{
    private bool TakeIn(LiveInput input, byte[] packet, int length, int nowMs)
    {
        bool wasAlive = input.IsAlive;
        bool isHeard = input.Hear(packet, length, nowMs);
        if (isHeard)
        {
            input.Arrival = wasAlive ? input.Arrival : ++_arrived;
            DrawIfFirst(input);
        }

        return isHeard;
    }

    private void DrawIfFirst(LiveInput input)
    {
        // Whoever is shown and comes as it came before stays it: a frame may be of five datagrams.
        if (input != _first || input.Priority != _firstPriority)
        {
            Choose();
        }

        if (input == _first || !input.IsPicture)
        {
            input.Draw(_packet);
        }
        else
        {
            input.Outranked++;
        }
    }
}

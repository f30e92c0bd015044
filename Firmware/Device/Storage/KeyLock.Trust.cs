namespace NanoFirmware.Storage;

/// <content>Addresses that sent the right key lately.</content>
internal sealed partial class KeyLock
{
    private int TrustedAt(int from, long nowMs)
    {
        for (int i = 0; i < Trusted; i++)
        {
            if (from != 0 && _trusted[i] == from && nowMs - _trustedMs[i] < TrustMs)
            {
                return i;
            }
        }

        return -1;
    }

    // In its own place, else in that of whoever was not heard of for longest.
    private void Trust(int known, int from, long nowMs)
    {
        int at = known < 0 ? 0 : known;
        for (int i = 0; known < 0 && i < Trusted; i++)
        {
            at = _trusted[i] == 0 || _trustedMs[i] < _trustedMs[at] ? i : at;
        }

        _trusted[at] = from;
        _trustedMs[at] = nowMs;
    }
}

using NanoFirmware.Audio;

namespace NanoFirmware.Live;

/// <summary>What another device hears, by WLED's Sound Sync: it lights nothing itself, it takes the microphone's place.</summary>
internal sealed class SoundSyncInput : LiveInput
{
    // So many late ones in a row are a sender that has begun anew.
    private const int LateUntilAnew = 5;

    private readonly ToldSound _sound;
    private readonly SoundSyncPacket _packet = new SoundSyncPacket();
    private int _frame;
    private int _lateInARow;

    public SoundSyncInput(LiveControls controls, ToldSound sound)
        : base("soundSync", SoundSyncPacket.Port, controls, null)
    {
        _sound = sound;
    }

    /// <inheritdoc/>
    public override bool IsPicture => false;

    /// <inheritdoc/>
    public override byte[] GroupAt(int index) => index == 0 ? SoundSyncPacket.Group : null;

    /// <inheritdoc/>
    public override void Draw(byte[] packet)
    {
        _sound.Tell(packet, _packet.BandsAt, _packet.Level, _packet.IsPeak);
        _sound.IsAlive = true;
        Frames++;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        _sound.IsAlive = false;
        _frame = 0;
    }

    /// <inheritdoc/>
    protected override bool Read(byte[] packet, int length, int nowMs)
    {
        if (!_packet.Read(packet, length))
        {
            Refused++;
            return false;
        }

        return IsNewer(_packet.Frame);
    }

    // A sender that broadcasts twice gives both the same number; 0 does not count.
    private bool IsNewer(int frame)
    {
        int steps = (frame - _frame) & 255;
        bool isLate = frame != 0 && _frame != 0 && (steps == 0 || steps > 127);
        if (isLate && ++_lateInARow < LateUntilAnew)
        {
            Late++;
            return false;
        }

        if (frame != 0 && _frame != 0 && !isLate)
        {
            Lost += steps - 1;
        }

        _lateInARow = 0;
        _frame = frame;
        return true;
    }
}

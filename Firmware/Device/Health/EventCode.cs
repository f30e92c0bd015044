namespace NanoFirmware.Health;

/// <summary>What can happen to the device. A loop's number is its place with the supervisor, a channel's 0 or 1.</summary>
internal static class EventCode
{
    /// <summary>The device started; the argument is the cause, one of <see cref="RestartNote"/>.</summary>
    public const int Started = 1;

    /// <summary>A loop threw and was started again.</summary>
    public const int LoopDied = 2;

    /// <summary>A loop stood still and was replaced.</summary>
    public const int LoopHung = 3;

    /// <summary>A loop fails again and again, and rests for a while.</summary>
    public const int LoopRests = 4;

    public const int MicrophoneFound = 5;

    public const int MicrophoneLost = 6;

    /// <summary>What the microphone delivers changed its verdict; the argument is the new one.</summary>
    public const int MicrophoneVerdict = 7;

    /// <summary>Samples were lost; the argument says how many.</summary>
    public const int SamplesLost = 8;

    /// <summary>A channel's frames failed; the argument is channel + 2 × frames.</summary>
    public const int FramesFailed = 9;

    /// <summary>A channel's RMT transmitter is open again.</summary>
    public const int ChannelOpened = 10;

    public const int StorageFailed = 11;

    public const int HotspotFailed = 12;

    /// <summary>The web server did not answer and was replaced, as often as it took; the argument counts such times.</summary>
    public const int WebRestarted = 13;

    /// <summary>Requests were refused; the argument says how many.</summary>
    public const int Refused = 14;

    /// <summary>The overload level changed; the argument is the new one.</summary>
    public const int LoadLevel = 15;

    /// <summary>Little memory was left; the argument is the free KB.</summary>
    public const int MemoryLow = 16;

    /// <summary>Something in the supervisor itself failed.</summary>
    public const int SupervisorFailed = 17;

    /// <summary>Damaged files of presets were set aside; the argument says how many.</summary>
    public const int PresetDamaged = 18;

    /// <summary>A restore did not end in two tries and was set aside.</summary>
    public const int RestoreSetAside = 19;

    /// <summary>A wiring could not be read or did not come up; the argument says how many.</summary>
    public const int WiringFailed = 20;

    /// <summary>Whether an event is something to be mended, and not just news.</summary>
    public static bool IsFault(int code, int argument)
    {
        switch (code)
        {
            case Started:
                return argument != RestartNote.Ordinary;
            case MicrophoneFound:
            case MicrophoneVerdict:
            case ChannelOpened:
            case Refused:
            case LoadLevel:
                return false;
            default:
                return true;
        }
    }
}

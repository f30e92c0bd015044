using NanoFirmware.Audio;

namespace NanoFirmware.Health;

/// <summary>What happened to a device, and why it started, in words.</summary>
internal sealed class EventSentences
{
    // A sentence may end with what an exception said.
    private const int Longest = 300;

    private readonly Device _device;
    private readonly Supervisor _supervisor;

    public EventSentences(Device device, Supervisor supervisor)
    {
        _device = device;
        _supervisor = supervisor;
    }

    /// <summary>The sentence for an event of the log, by its number.</summary>
    public string Of(int number)
    {
        EventLog log = _supervisor.Log;
        string sentence = Sentence(log.CodeOf(number), log.ArgumentOf(number));
        return sentence.Length > Longest ? sentence.Substring(0, Longest) : sentence;
    }

    /// <summary>Why a device started, in words.</summary>
    public static string CauseOf(Supervisor supervisor)
    {
        int cause = supervisor.Note.Cause;
        if (cause == RestartNote.Ordinary)
        {
            return "power or a user";
        }

        if (cause == RestartNote.Web)
        {
            return "the web server could not be brought back";
        }

        // The note may be another version's, with loops that this one does not have.
        int loop = cause - RestartNote.FirstLoop;
        return loop < supervisor.Loops.Length
            ? "the loop " + supervisor.Loops[loop].Name + " failed again and again"
            : "a part of another version failed again and again";
    }

    private string Sentence(int code, int argument)
    {
        switch (code)
        {
            case EventCode.Started:
                return "started: " + CauseOf(_supervisor);
            case EventCode.LoopDied:
                return LoopName(argument) + " threw and was started again: " + _supervisor.Loops[argument].LastEnd;
            case EventCode.LoopHung:
                return LoopName(argument) + " stood still and was replaced";
            case EventCode.LoopRests:
                return LoopName(argument) + " fails again and again: the next try comes in half a minute";
            case EventCode.WiringFailed:
                return "wiring: " + _device.Wirings.LastFault;
            case EventCode.MicrophoneFound:
                return "the microphone answers";
            case EventCode.MicrophoneLost:
                return "the microphone failed: " + _device.Audio.LastFault;
            case EventCode.MicrophoneVerdict:
                return "microphone: " + MicrophoneHealth.SentenceOf(argument);
            case EventCode.SamplesLost:
                return "samples lost: " + argument.ToString();
            case EventCode.FramesFailed:
                return ChannelName(argument & 1) + ": frames failed: " + (argument >> 1).ToString();
            case EventCode.ChannelOpened:
                return ChannelName(argument) + ": its transmitter is open again";
            default:
                return OtherSentence(code, argument);
        }
    }

    private static string OtherSentence(int code, int argument)
    {
        switch (code)
        {
            case EventCode.StorageFailed:
                return "storage failed, times: " + argument.ToString();
            case EventCode.PresetDamaged:
                return "damaged files of presets were set aside: " + argument.ToString();
            case EventCode.RestoreSetAside:
                return "a backup could not be brought back in two tries and was set aside";
            case EventCode.HotspotFailed:
                return "the hotspot failed, times: " + argument.ToString();
            case EventCode.WebRestarted:
                return "the web server did not answer and was replaced";
            case EventCode.Refused:
                return "requests refused: " + argument.ToString();
            case EventCode.LoadLevel:
                return "load level: " + argument.ToString();
            case EventCode.MemoryLow:
                return "little memory left, KB: " + argument.ToString();
            default:
                return "the supervisor failed";
        }
    }

    private string LoopName(int number) => "the loop " + _supervisor.Loops[number].Name;

    private static string ChannelName(int number) => number == 0 ? "channel a" : "channel b";
}

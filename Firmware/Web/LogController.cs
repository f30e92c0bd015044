using NanoFirmware.Audio;
using NanoFirmware.Health;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>/api/log: what happened, newest first, as many events as fit into one answer; <c>?before=</c> gives those before a number.</summary>
internal sealed class LogController : Controller
{
    // Around a sentence, and the end of the answer. A character takes six bytes when it must be escaped.
    private const int EventBytes = 72;
    private const int MostBytes = 6;

    // A sentence may end with what an exception said.
    private const int LongestSentence = 300;

    private readonly Device _device;
    private readonly Supervisor _supervisor;

    public LogController(Device device, Supervisor supervisor)
    {
        _device = device;
        _supervisor = supervisor;
    }

    public override void Handle(Request request, Reply reply)
    {
        EventLog log = _supervisor.Log;
        int number = log.Count;
        string before = request.Parameter("before");
        if (before != null && (!int.TryParse(before, out number) || number < 0))
        {
            reply.Error(400, "before must be the number of an event");
            return;
        }

        number = number > log.Count ? log.Count : number;
        reply.BeginObject();
        reply.Field("uptimeS", (long)(HighResTimer.GetCurrent() / 1000000));
        reply.Name("events");
        reply.BeginArray();
        bool fits = true;
        while (fits && number > log.First)
        {
            number--;
            fits = TryWriteEvent(reply, log, number);
        }

        reply.EndArray();
        reply.EndObject();
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

    private bool TryWriteEvent(Reply reply, EventLog log, int number)
    {
        string sentence = Sentence(log.CodeOf(number), log.ArgumentOf(number));
        sentence = sentence.Length > LongestSentence ? sentence.Substring(0, LongestSentence) : sentence;
        if (reply.Room < (sentence.Length * MostBytes) + EventBytes)
        {
            return false;
        }

        reply.BeginObject();
        reply.Field("number", number);
        reply.Field("s", log.SecondOf(number));
        reply.Field("event", sentence);
        reply.EndObject();
        return true;
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

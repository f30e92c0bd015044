using NanoFirmware.Health;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// /api/log: what happened, newest first, as many events as fit into one answer; <c>?before=</c> gives those before a number.
/// </summary>
internal sealed class LogController : Controller
{
    // Around a sentence, and the end of the answer. A character takes six bytes when it must be escaped.
    private const int EventBytes = 72;
    private const int MostBytes = 6;

    private readonly Supervisor _supervisor;
    private readonly EventSentences _sentences;

    public LogController(Device device, Supervisor supervisor)
    {
        _supervisor = supervisor;
        _sentences = new EventSentences(device, supervisor);
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

    private bool TryWriteEvent(Reply reply, EventLog log, int number)
    {
        string sentence = _sentences.Of(number);
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
}

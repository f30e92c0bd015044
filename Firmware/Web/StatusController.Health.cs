using NanoFirmware.Audio;
using NanoFirmware.Health;

namespace NanoFirmware.Web;

/// <content>Memory, load and time.</content>
internal sealed partial class StatusController
{
    // What a page had better wait between two polls, under load.
    private const int SlowPollMs = 3000;

    private void WriteHealth(Reply reply)
    {
        Supervisor supervisor = _supervisor;
        RequestCounts counts = supervisor.Requests;
        reply.Name(AnswerName.Health);
        reply.BeginObject();
        reply.Field(AnswerName.Level, supervisor.Level);
        if (supervisor.Level >= LoadGuard.Polling)
        {
            reply.Field(AnswerName.PollMs, SlowPollMs);
        }

        reply.Field(AnswerName.Stalls, supervisor.Load.Stalls);
        reply.Field(AnswerName.Started, EventSentences.CauseOf(supervisor));
        reply.Field(AnswerName.Requests, counts.Arrived);
        reply.Field(AnswerName.Refused, counts.Refused);
        reply.Field(AnswerName.WebRestarts, counts.ServerRestarts);
        reply.Field(AnswerName.Clients, _device.Hotspot.Clients);
        int busyPercent = _device.Audio.Busy.Percent;
        reply.Field(AnswerName.BusyPercent, busyPercent);
        if (busyPercent > BusyMeter.MuchPercent)
        {
            reply.Field(AnswerName.Note, "ears and light take most of the chip: a lighter pattern leaves more to the page");
        }

        reply.EndObject();
    }
}

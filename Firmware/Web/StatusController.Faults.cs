namespace NanoFirmware.Web;

/// <content>Who failed, how often, and what was said the last time.</content>
internal sealed partial class StatusController
{
    private void WriteFaults(Reply reply)
    {
        reply.Name(AnswerName.Faults);
        reply.BeginArray();
        WriteFault(reply, "microphone", _device.Audio.Faults, _device.Audio.LastFault);
        WriteFault(reply, "channel a", _device.ChannelA.Output.Metrics.Faults, _device.ChannelA.Output.Metrics.LastFault);
        WriteFault(reply, "channel b", _device.ChannelB.Output.Metrics.Faults, _device.ChannelB.Output.Metrics.LastFault);
        WriteFault(reply, "transmitter a", _device.ChannelA.Output.Strip.Faults, _device.ChannelA.Output.Strip.LastFault);
        WriteFault(reply, "transmitter b", _device.ChannelB.Output.Strip.Faults, _device.ChannelB.Output.Strip.LastFault);
        WriteFault(reply, "supervisor", _supervisor.Faults, _supervisor.LastFault);
        WriteFault(reply, "wiring", _device.Wirings.Faults, _device.Wirings.LastFault);
        WriteFault(reply, "hotspot", _device.Hotspot.Faults, _device.Hotspot.LastFault);
        WriteFault(reply, "storage", _device.Settings.Faults, _device.Settings.LastFault);
        WriteFault(reply, "presets", _device.Presets.SetAside, _device.Presets.LastFault);
        Loop[] loops = _supervisor.Loops;
        for (int i = 0; i < loops.Length; i++)
        {
            if (loops[i].Restarts > 0)
            {
                WriteFault(reply, "loop " + loops[i].Name, loops[i].Restarts, loops[i].LastEnd);
            }
        }

        reply.EndArray();
    }

    private static void WriteFault(Reply reply, string part, int count, string message)
    {
        if (count == 0)
        {
            return;
        }

        reply.BeginObject();
        reply.Field("part", part);
        reply.Field("count", count);
        reply.Field("last", message);
        reply.EndObject();
    }
}

using System;
using NanoFirmware.Documents;

namespace NanoFirmware.Mqtt;

/// <content>State goes out, commands come in.</content>
internal sealed partial class MqttLink
{
    private void Talk(long nowMs)
    {
        try
        {
            CarryRoom();
            TakeCommands();
            if (_settings.HasLogin)
            {
                _state.Tell(_line, nowMs);
                _home.Tell(_line, _settings.Discovery);
            }
        }
        catch (Exception fault)
        {
            Fail(fault.Message, nowMs);
        }
    }

    private void TakeCommands()
    {
        string fleet = MqttTopics.Fleet(_settings.Group);
        for (byte[] message = _inbox.Take(); message != null; message = _inbox.Take())
        {
            string problem = _commands.Take(_inbox.Topic, message, fleet, _settings.HasLogin);
            if (problem != null)
            {
                Refused++;
                _line.TryPublish(_topics.Error, ErrorOf(problem), false);
            }
        }

        if (_commands.IsHomeNew)
        {
            _commands.IsHomeNew = false;
            _home.Forget();
        }
    }

    private static byte[] ErrorOf(string problem)
    {
        var json = new JsonWriter(512);
        json.BeginObject();
        json.Field("error", problem.Length > 300 ? problem.Substring(0, 300) : problem);
        json.EndObject();
        return StateTopics.Cut(json);
    }
}

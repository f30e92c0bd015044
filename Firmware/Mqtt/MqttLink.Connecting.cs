using System;

namespace NanoFirmware.Mqtt;

/// <content>A broker is looked for, and told that the device is there.</content>
internal sealed partial class MqttLink
{
    private void Connect(long nowMs)
    {
        State = LinkState.Connecting;
        try
        {
            string address = _names.Find(_settings.Host);
            if (address == null)
            {
                Fail(_names.Problem, nowMs);
                return;
            }

            _line = new BrokerLine(address, _settings.Port, _inbox);
            int said = _line.Connect(_topics.Id, _settings, _topics.Status, MqttTopics.Offline);
            if (said != 0)
            {
                Fail(Refusal(said), nowMs);
                return;
            }

            Begin();
        }
        catch (Exception fault)
        {
            Fail("nobody answers at the broker's address: " + fault.Message, nowMs);
        }
    }

    private void Begin()
    {
        Connects++;
        _retry.Succeeded();
        State = _settings.HasLogin ? LinkState.Connected : LinkState.RoomsOnly;
        if (!_settings.HasLogin)
        {
            return;
        }

        // First it listens: whoever hears that it is there may tell it something.
        _line.Subscribe(_topics.Prefix + "/+" + MqttTopics.Set);
        _line.Subscribe(_topics.Prefix + "/ha/+" + MqttTopics.Set);
        if (_settings.Group.Length > 0)
        {
            _line.Subscribe(MqttTopics.Fleet(_settings.Group));
        }

        if (_settings.Discovery != BrokerSettings.NoDiscovery)
        {
            _line.Subscribe(MqttTopics.HomeStatus);
        }

        _line.TryPublish(_topics.Status, TextCode.Utf8.GetBytes(MqttTopics.Online), true);
        _state.Forget();
        _home.Forget();
    }

    private static string Refusal(int said) =>
        said == 4 || said == 5 ? "the broker refuses this user and password" : "the broker refuses: code " + said.ToString();
}

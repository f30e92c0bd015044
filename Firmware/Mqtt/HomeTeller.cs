using NanoFirmware.Documents;
using NanoFirmware.Health;

namespace NanoFirmware.Mqtt;

/// <summary>
/// Sends what <see cref="HomeDiscovery"/> writes, a message at a time, and takes away what was said in the other form: both
/// together would be every thing twice.
/// </summary>
internal sealed class HomeTeller
{
    private readonly byte[] _nothing = new byte[0];
    private readonly HomeDiscovery _discovery;
    private readonly Supervisor _supervisor;
    private int _form = -1;
    private int _former = -1;
    private int _next;
    private int _version;

    public HomeTeller(HomeDiscovery discovery, Supervisor supervisor)
    {
        _discovery = discovery;
        _supervisor = supervisor;
    }

    /// <summary>All has to be told again.</summary>
    public void Forget() => _next = 0;

    /// <summary>Tells the next of it, if there is something left.</summary>
    /// <param name="line">The broker.</param>
    /// <param name="form">As <see cref="BrokerSettings.Discovery"/> has it.</param>
    public void Tell(BrokerLine line, int form)
    {
        int version = _discovery.Version;
        if (form != _form || version != _version)
        {
            _former = form == _form ? _former : _form;
            _form = form;
            _version = version;
            _next = 0;
        }

        bool goes = true;
        while (_next <= _discovery.Count && goes)
        {
            goes = _next == _discovery.Count ? TellDevice(line) : TellEntity(line, _next);
            _next += goes ? 1 : 0;
        }
    }

    private bool TellEntity(BrokerLine line, int thing)
    {
        if (_form != BrokerSettings.EntityDiscovery)
        {
            return _former != BrokerSettings.EntityDiscovery || line.TryPublish(_discovery.EntityTopic(thing), _nothing, true);
        }

        byte[] message = _nothing;
        if (_discovery.IsThere(thing))
        {
            var json = new JsonWriter(HomeDiscovery.MostEntityBytes + _discovery.NameBytes);
            _discovery.WriteEntity(json, thing);
            message = StateTopics.Cut(json);
        }

        return line.TryPublish(_discovery.EntityTopic(thing), message, true);
    }

    private bool TellDevice(BrokerLine line)
    {
        if (_form != BrokerSettings.DeviceDiscovery)
        {
            return _former != BrokerSettings.DeviceDiscovery || line.TryPublish(_discovery.DeviceTopic, _nothing, true);
        }

        var json = new JsonWriter(_discovery.MostBytes);
        _discovery.WriteDevice(json);
        byte[] message = StateTopics.Cut(json);
        _supervisor.Took(_discovery.MostBytes + message.Length);
        return line.TryPublish(_discovery.DeviceTopic, message, true);
    }
}

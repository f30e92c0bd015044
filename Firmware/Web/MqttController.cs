using NanoFirmware.Documents;
using NanoFirmware.Mqtt;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>/api/mqtt: the broker, and how things stand with it. User and password go in and never come out.</summary>
internal sealed class MqttController : Controller
{
    private readonly MqttOption _mqtt;
    private readonly WriteBudget _budget;

    public MqttController(Device device)
    {
        _mqtt = MqttOption.Of(device);
        _budget = device.Budget;
    }

    public override void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 2)
        {
            reply.NotFound("unknown path: /api/mqtt has no parts");
        }
        else if (!request.IsRead && !request.IsWrite)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
        }
        else if (request.IsRead || Store(request, reply))
        {
            Answer(reply);
        }
    }

    private bool Store(Request request, Reply reply)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        var change = new BrokerChange();
        BrokerSettings settings = _mqtt.Settings;
        string problem = change.Read(json) ?? change.Conflict(settings);
        if (problem != null)
        {
            reply.Error(400, problem);
            return false;
        }

        if (change.IsPresent(settings))
        {
            return true;
        }

        if (!WriteGuard.Allows(_budget, reply))
        {
            return false;
        }

        // Kept first: what the drive does not take changes nothing.
        var next = new BrokerSettings();
        next.TakeOver(settings);
        change.Apply(next);
        next.Save();
        settings.TakeOver(next);
        return true;
    }

    private void Answer(Reply reply)
    {
        BrokerSettings settings = _mqtt.Settings;
        MqttLink link = _mqtt.Link;
        reply.BeginObject();
        reply.Field("on", settings.IsOn);
        reply.Field("host", settings.Host);
        reply.Field("port", settings.Port);
        reply.Field("login", settings.HasLogin);
        reply.Field("discovery", BrokerSettings.Forms[settings.Discovery]);
        reply.Field("group", settings.Group);
        reply.Field("tls", false);
        reply.Field("state", StateOf(settings, link));
        reply.Field("topic", link == null ? null : link.Topics.Prefix);
        reply.Field("connects", link == null ? 0 : link.Connects);
        reply.Field("published", link == null ? 0 : link.Published);
        reply.Field("received", link == null ? 0 : link.Received);
        reply.Field("refused", link == null ? 0 : link.Refused);
        reply.Field("dropped", link == null ? 0 : link.Dropped);
        reply.Field("faults", link == null ? 0 : link.Faults);
        reply.Field("lastFault", link == null || link.LastFault == null ? string.Empty : link.LastFault);
        reply.EndObject();
    }

    private static string StateOf(BrokerSettings settings, MqttLink link)
    {
        if (!settings.IsOn)
        {
            return "off";
        }

        switch (link == null ? LinkState.Connecting : link.State)
        {
            case LinkState.Connected:
                return "connected";
            case LinkState.RoomsOnly:
                return "rooms only: give user and password for control";
            case LinkState.Waiting:
                return "waiting";
            default:
                return "connecting";
        }
    }
}

using NanoFirmware.Discovery;
using NanoFirmware.Documents;
using NanoFirmware.Network;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>/api/network: the hotspot, and the network the device is to join. Passwords go in and never come out.</summary>
internal sealed class NetworkController : Controller
{
    private readonly Hotspot _hotspot;
    private readonly Station _station;
    private readonly Discoverer _discovery;
    private readonly WriteBudget _budget;

    public NetworkController(Radio radio, Discoverer discovery, WriteBudget budget)
    {
        _hotspot = radio.Hotspot;
        _station = radio.Station;
        _discovery = discovery;
        _budget = budget;
    }

    public override void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 2)
        {
            reply.NotFound("unknown path: /api/network has no parts");
            return;
        }

        if (!request.IsRead && !request.IsWrite)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
            return;
        }

        if (request.IsRead || Store(request, reply))
        {
            Answer(reply);
        }
    }

    private void Answer(Reply reply)
    {
        reply.BeginObject();
        reply.Field("hotspot", _hotspot.State);
        reply.Field("hotspotName", _hotspot.Name);
        reply.Field("hotspotAddress", Board.HotspotAddress);
        reply.Field("localName", _hotspot.Name == null ? null : MdnsRecords.HostOf(_hotspot.Name));
        reply.Field("clients", _hotspot.Clients);
        reply.Field("wifi", _station.State);
        reply.Field("wifiName", _station.Name);
        reply.Field("wifiAddress", _station.Address);
        reply.Field("needsRestart", _hotspot.NeedsRestart);
        WriteDiscovery(reply);
        reply.EndObject();
    }

    private void WriteDiscovery(Reply reply)
    {
        MdnsService names = _discovery.Names;
        NodeBeacon beacon = _discovery.Beacon;
        if (names == null || beacon == null)
        {
            return;
        }

        reply.Name("discovery");
        reply.BeginObject();
        reply.Field("answered", names.Answered);
        reply.Field("announced", names.Announced);
        reply.Field("beacons", beacon.Said);
        reply.Field("faults", names.Faults + beacon.Faults);
        reply.Field("lastFault", names.LastFault ?? beacon.LastFault ?? string.Empty);
        reply.EndObject();
    }

    private bool Store(Request request, Reply reply)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        var wanted = new NetworkDocument();
        string problem = wanted.Read(json);
        if (problem != null)
        {
            reply.Error(400, problem);
            return false;
        }

        if (_hotspot.State == "no radio")
        {
            reply.Error(409, "this device has no radio");
            return false;
        }

        if (wanted.IsSaved(_hotspot))
        {
            return true;
        }

        if (!WriteGuard.Allows(_budget, reply))
        {
            return false;
        }

        wanted.Apply(_hotspot, _station);
        return true;
    }
}

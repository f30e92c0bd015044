using NanoFirmware.Network;

namespace NanoFirmware.Web;

/// <summary>/api/network: the hotspot, and the network the device is to join. Passwords go in and never come out.</summary>
internal sealed class NetworkController
{
    private const int MaxHotspotName = 31;
    private const int MaxWifiName = 32;
    private const int MinPassword = 8;
    private const int MaxPassword = 63;

    private readonly Hotspot _hotspot;

    public NetworkController(Hotspot hotspot) => _hotspot = hotspot;

    public void Handle(Request request, Reply reply)
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
        reply.Field("clients", _hotspot.Clients);
        reply.Field("wifiName", Station.Name);
        reply.Field("wifiAddress", Station.Address);
        reply.Field("needsRestart", _hotspot.NeedsRestart);
        reply.EndObject();
    }

    private bool Store(Request request, Reply reply)
    {
        var wanted = new NetworkWish();
        string problem = wanted.Read(request);
        problem = problem ?? Check("hotspotName", wanted.HotspotName, 1, MaxHotspotName);
        problem = problem ?? Check("hotspotPassword", wanted.HotspotPassword, MinPassword, MaxPassword);
        problem = problem ?? Check("wifiName", wanted.WifiName, 0, MaxWifiName);
        problem = problem ?? Check("wifiPassword", wanted.WifiPassword, 0, MaxPassword);
        if (problem == null && wanted.WifiName == null && wanted.WifiPassword != null)
        {
            problem = "wifiPassword needs wifiName beside it";
        }

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

        Apply(wanted);
        return true;
    }

    private void Apply(NetworkWish wanted)
    {
        if (wanted.HotspotName != null || wanted.HotspotPassword != null)
        {
            _hotspot.Configure(wanted.HotspotName, wanted.HotspotPassword);
        }

        if (wanted.WifiName != null)
        {
            Station.Configure(wanted.WifiName, wanted.WifiPassword ?? string.Empty);
            _hotspot.NeedsRestart = true;
        }
    }

    private static string Check(string name, string text, int min, int max) =>
        text == null || (text.Length >= min && text.Length <= max)
            ? null
            : name + " must have " + min.ToString() + " to " + max.ToString() + " characters";
}

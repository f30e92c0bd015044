using System.Text;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Health;
using NanoFirmware.Web;
using NanoHost;

namespace NanoFirmware.DeviceModel.Web;

/// <summary>
/// What our own part of one request costs: from the split of its path to the last byte of its answer, without the library.
/// </summary>
public static class RestMeter
{
    private const int Calls = 20;

    /// <summary>Measures one request, after it was served once.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="url">Path and query.</param>
    /// <param name="body">JSON, or null.</param>
    /// <param name="costs">Another cost table than the one that ships.</param>
    public static RestCost Measure(string method, string url, string? body = null, CostTable? costs = null)
    {
        double[] f = (double[])new WovenContext(costs: costs).Call(typeof(RestMeter), nameof(Inside), method, url, body)!;
        return new RestCost(new Measurement(Calls, f[0], f[1], f[2]), (int)f[3], (int)f[4]);
    }

    internal static double[] Inside(string method, string url, string? body)
    {
        MethodMeter.Prepare();
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(new VirtualClock()));
        board.Network.IsPresent = false;
        var dispatcher = Wire();
        var request = new Request();
        var reply = new Reply();
        byte[] bytes = Encoding.UTF8.GetBytes(body ?? "");
        int answer = 0;
        void Serve()
        {
            Meter.BeginTurn();
            request.Begin(method, url);
            request.MakeRoom(bytes.Length);
            bytes.CopyTo(request.Body, request.BodyStart);
            request.BodyLength = bytes.Length;
            dispatcher.Handle(request, reply);
            answer = reply.Length;
            for (bool isMore = reply.Long != null; isMore;)
            {
                isMore = reply.WriteNextPiece();
                answer += reply.Length;
            }
        }

        Serve();
        return [.. MethodMeter.Figures(Serve, Calls), reply.Status, answer];
    }

    private static Dispatcher Wire()
    {
        var parts = new WiredParts();
        return new Dispatcher(parts.Device, parts.Supervisor);
    }
}

/// <summary>One request: reference µs and bytes allocated, the HTTP status and the length of the answer.</summary>
public sealed record RestCost(Measurement Cost, int Status, int AnswerBytes);

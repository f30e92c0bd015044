using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>A device with panels on two strips of 384, told of over HTTP, seen on the wire.</summary>
public abstract class PanelWall : IDisposable
{
    protected const string Twelve =
        """{"kind":"panels","panels":12,"size":8,"gap":16,"by":"columns","serpentine":true,"span":true}""";

    private readonly string _storage = System.IO.Directory.CreateTempSubdirectory("nano-panels-").FullName;

    protected PanelWall() => Device = new WiredDevice(_storage, ledsA: 384, ledsB: 384);

    private protected WiredDevice Device { get; private set; }

    public void Dispose()
    {
        Device.Dispose();
        System.IO.Directory.Delete(_storage, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected void Restart()
    {
        Device.Dispose();
        Device = new WiredDevice(_storage, ledsA: 384, ledsB: 384);
        Device.Device.Restore();
        Device.Settle();
        Device.Settle();
    }

    protected string Told() => Device.Get("/api/panels").Text;

    protected string[] Frames() => [.. Enumerable.Range(0, 12).Select(Frame)];

    protected void Hang(string layout)
    {
        Device.Post(
            "/api/state",
                """{"a":{"pattern":"pulse","brightness":255,"fade":0},"b":{"pattern":"pulse","brightness":255,"fade":0}}""");
        WiredDevice.Answer answer = Device.Post("/api/channel/a/layout", layout);
        Assert.AreEqual(200, answer.Status, answer.Text);
        Device.Settle();
    }

    protected void Tell(string path, string body)
    {
        WiredDevice.Answer answer = Device.Post(path, body);
        Assert.AreEqual(200, answer.Status, answer.Text);
    }

    protected string Interface() => Device.Get("/api/panels").Json.GetProperty("interface").GetString()!;

    protected string Frame(int panel) => Device.Get($"/api/panels/{panel}/frame").Json.GetProperty("pixels").GetString()!;

    // The same out of the whole channel's picture, which knows nothing of panels.
    protected string Shown(int panel, int gap, int size)
    {
        JsonElement frame = Device.Get("/api/channel/a/frame").Json;
        string pixels = frame.GetProperty("pixels").GetString()!;
        int width = frame.GetProperty("width").GetInt32();
        int left = panel * (size + gap);
        return string.Concat(Enumerable.Range(0, size).Select(row => pixels.Substring(((row * width) + left) * 6, size * 6)));
    }

    protected string Letters() => string.Concat(Enumerable.Range(0, 12).Select(panel => Frame(panel) switch
    {
        string pixels when pixels == Filled("FF0000") => 'R',
        string pixels when pixels == Filled("00FF00") => 'G',
        string pixels when pixels == Filled("0000FF") => 'B',
        string pixels when pixels == Filled("FFFF00") => 'Y',
        string pixels when pixels == Filled("000000") => '0',
        _ => '?',
    }));

    protected int[] Reds(int panel, int frames) => [.. Enumerable.Range(0, frames).Select(_ =>
    {
        Device.Frame();
        return Convert.ToInt32(Frame(panel)[..2], 16);
    })];

    protected int Count(int panel, string colour)
    {
        Device.Frame();
        return Pixels(Convert.FromHexString(Frame(panel))).Count(pixel => pixel == colour);
    }

    protected static IEnumerable<string> Pixels(byte[] light) => light.Chunk(3).Select(Convert.ToHexString);

    protected static string Filled(string colour) => string.Concat(Enumerable.Repeat(colour, 64));
}

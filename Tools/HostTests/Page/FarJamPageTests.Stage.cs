using System.Text.Json;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <content>The device in the same room, and one state for all.</content>
public sealed partial class FarJamPageTests
{
    // The zones of kick and snare in pixels, and letters of a pixel.
    private const int ZoneLeds = 22;
    private const int LettersOfPixel = 6;

    // Dark but for what the jam lights.
    private static async Task PrepareAsync(PageStage stage, int port)
    {
        await stage.PostAsync("channel/a", """{"pattern":"vu","brightness":255,"glow":0}""");
        await stage.PostAsync("jam", $$"""{"a":"zones","b":"off","decayMs":2000,"name":"stage","room":"{{Room}}"}""");
        await stage.PostAsync("mqtt", $$"""{"on":true,"host":"127.0.0.1","port":{{port}}}""");
        await stage.WaitAsync(
            async () => (await stage.GetAsync("mqtt")).GetProperty("state").GetString()
                .StartsWith("rooms", StringComparison.Ordinal),
            "the broker");
    }

    private static async Task<bool> IsLitAsync(PageStage stage, int track)
    {
        string pixels = (await stage.GetAsync("channel/a/frame")).GetProperty("pixels").GetString();
        return pixels.Substring(((track * ZoneLeds) + (ZoneLeds / 2)) * LettersOfPixel, LettersOfPixel) != "000000";
    }

    private static async Task PostAsync(PageStage stage, int seed)
    {
        var random = new Random(seed);
        for (int list = 0; list < 10; list++)
        {
            IEnumerable<string> edits = Enumerable.Range(0, Edits / 10).Select(_ =>
                $$"""{"type":"drum-step","track":{{random.Next(8)}},"step":{{random.Next(16)}},"velocity":{{random.Next(101)}}}""");
            await stage.PostAsync("jam/events", $"[{string.Join(',', edits)}]");
        }
    }

    private static async Task AssertEqualAsync(PageStage stage, params IPage[] pages)
    {
        string seen = string.Empty;
        for (int tries = 0; tries < PatienceMs / 200; tries++)
        {
            string[] states = await Task.WhenAll(pages.Select(page => page.EvaluateAsync<string>(
                "() => session.state.digest + ' ' + JSON.stringify(jam.tracks.map(one => [one.steps, one.velocities]))")));
            JsonElement? jam = stage == null ? null : await stage.GetAsync("jam");
            string[] all = jam == null ? states :
            [
                .. states,
                $"{jam.Value.GetProperty("digest")} [{string.Join(',', jam.Value.GetProperty("tracks").EnumerateArray().Select(
                    one => $"[{one.GetProperty("steps")},{one.GetProperty("velocities")}]"))}]",
            ];
            if (all.Distinct().Count() == 1)
            {
                return;
            }

            seen = string.Join('\n', all);
            await Task.Delay(200);
        }

        Assert.Fail("never one state:\n" + seen);
    }
}

using System.Text.Json;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <content>The WebSocket as a browser speaks it, from the device's own page.</content>
public sealed partial class PhonePageTests
{
    private const int StripPixels = 180;
    private const int PolledPixels = 36;

    private const string LateClock =
        """
        const wait = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = draw => wait(time => draw(time - 200));
        window.look = () => {
          const pen = document.querySelector('canvas[aria-label^="Now on strip"]').getContext('2d');
          return pen.getImageData(pen.canvas.width / 2, 2, 1, 1).data[1];
        };
        """;

    private const string Listen =
        """
        port => new Promise((resolve, reject) => {
          const socket = new WebSocket(`ws://${location.hostname}:${port}/`), got = { texts: [], pictures: 0, events: 0, leds: 0 };
          socket.binaryType = 'arraybuffer';
          socket.onerror = () => reject(new Error('no socket'));
          socket.onopen = () => socket.send('{"preview":20,"events":20}');
          socket.onmessage = ({ data }) => {
            if (typeof data === 'string') {
              got.texts.push(data);
            } else {
              const bytes = new Uint8Array(data);
              got.leds = bytes[0] === 1 ? bytes[2] * 256 + bytes[3] : got.leds;
              got.pictures += bytes[0] === 1;
              got.events += bytes[0] === 2;
            }
            if (got.texts.length === 1 && got.pictures >= 20 && got.events >= 10) {
              socket.send('{"a":{"brightness":91}}');
            }
            if (got.texts.length > 1) {
              socket.close();
              resolve(got);
            }
          };
        })
        """;

    // A browser may draw for a moment that lies before the picture came: by a fifth of a second here.
    [TestMethod]
    public async Task A_strip_is_never_drawn_brighter_than_it_is()
    {
        await OpenAsync(PhoneWidth, PhoneHeight, LateClock);
        await _stage.PostAsync("channel/a", """{"pattern":"solid","palette":"rainbow","fade":0,"brightness":64}""");
        await _page.WaitForFunctionAsync("() => look() === 128");

        await _stage.PostAsync("channel/a/brightness", """{"value":16}""");
        await _page.EvaluateAsync("() => { window.most = 0; }");
        await _page.WaitForFunctionAsync("() => (window.most = Math.max(window.most, look())) && look() === 64");

        Assert.AreEqual(128, await _page.EvaluateAsync<int>("() => window.most"), "green at the strip's middle");
    }

    [TestMethod]
    public async Task A_browser_is_sent_pictures_and_events_and_has_a_change_made_over_one_connection()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _stage.PostAsync("live", """{"socket":true}""");
        await _stage.WaitAsync(async () => (await _stage.GetAsync("live")).GetProperty("socket").GetBoolean(), "the switch");

        JsonElement? got = null;
        await _stage.WaitAsync(
            async () =>
            {
                // The device opens its port within half a second.
                got = await TryAsync(() => _page.EvaluateAsync<JsonElement>(Listen, _stage.Address.Port + 2));
                return got != null;
            },
            "a socket");

        Assert.AreEqual("""{"ok":true}""", got?.GetProperty("texts")[1].GetString());
        Assert.AreEqual(180, got?.GetProperty("leds").GetInt32());
        Assert.AreEqual("91", await _stage.ValueAsync("channel/a/brightness"));
        await _stage.PostAsync("live", """{"socket":false}""");
    }

    [TestMethod]
    public async Task The_page_shows_every_LED_over_the_socket_and_asks_for_pictures_again_when_it_is_switched_off()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _stage.WaitAsync(async () => await PictureWidthAsync() == PolledPixels, "a picture that was polled");

        await _stage.PostAsync("live", """{"socket":true}""");
        await _stage.WaitAsync(async () => await PictureWidthAsync() == StripPixels, "a picture over the socket");
        IRequest poll = await _page.WaitForRequestAsync(
            request => request.Url.Contains("/api/state?since=", StringComparison.Ordinal));
        StringAssert.Contains(poll.Url, "previews=0", "a poll that asks for pictures all the same");
        int clients = (await _stage.GetAsync("live")).GetProperty("socketClients").GetInt32();

        await _stage.PostAsync("live", """{"socket":false}""");
        await _stage.WaitAsync(async () => await PictureWidthAsync() == PolledPixels, "a picture that is polled again");
        Assert.AreEqual(1, clients, "clients of the socket");
    }

    private Task<int> PictureWidthAsync() => _page.EvaluateAsync<int>(
        "() => document.querySelector('canvas[aria-label^=\"Now on strip\"]').width");

    private static async Task<JsonElement?> TryAsync(Func<Task<JsonElement>> ask)
    {
        try
        {
            return await ask();
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }
}

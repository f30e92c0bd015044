using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <content>What a sensor says, and what is made of it.</content>
public sealed partial class PhonePageTests
{
    // A point of the outline's blue, of the threshold's red.
    private const string Drawn =
        """
        () => {
          const { data } = document.getElementById('signal').getContext('2d').getImageData(0, 0, 660, 300), seen = [0, 0];
          for (let at = 0; at < data.length; at += 4) {
            seen[0] += data[at] === 0x7c && data[at + 1] === 0xc4;
            seen[1] += data[at] === 0xff && data[at + 1] === 0x94;
          }
          return seen[0] > 50 && seen[1] > 300;
        }
        """;

    [TestMethod]
    public async Task A_sensors_last_seconds_are_seen_and_a_slider_sets_its_threshold()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("sensors");
        await _page.ClickAsync("#sensor-on");
        await _stage.WaitAsync(async () => (await _stage.GetAsync("sensor/mic")).GetProperty("on").GetBoolean(), "it is watched");
        await _page.FillAsync("#sensor-threshold", "640");
        await _stage.WaitAsync("sensor/mic/threshold", 640);

        await _page.WaitForFunctionAsync("() => document.getElementById('about-sensor').textContent.startsWith('ok: ')");
        await _page.WaitForFunctionAsync(Drawn);
        Assert.IsFalse(await _page.IsVisibleAsync("#line"), "pins are for the serial line");

        await _page.ClickAsync("label[for=sensor-serial]");
        await _page.WaitForFunctionAsync("() => document.getElementById('about-sensor').textContent.startsWith('off: ')");
        Assert.IsTrue(await _page.IsVisibleAsync("#line"), "the serial line has pins");
        await _stage.PostAsync("sensor/mic", """{"on":false}""");
    }
}

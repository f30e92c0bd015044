using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Mqtt;

namespace NanoFirmware.HostTests.Page;

/// <content>What is wrong with a broker, and what the page says of it.</content>
public sealed partial class FarJamPageTests
{
    [TestMethod]
    public async Task What_is_wrong_is_said_in_words_and_what_is_kept_is_what_was_asked_for()
    {
        using var broker = new Mosquitto(hasSocket: true);
        _browser = await TestBrowser.StartAsync();
        IPage page = await OpenAsync();
        await FillAsync(page, broker, "Anna");
        await page.GetByLabel("the broker's address").FillAsync("broker");
        await ClickJoinAsync(page);
        await HasAsync(page, "said => said.includes('wss://')", "problem");
        await page.GetByLabel("the broker's address").FillAsync($"ws://127.0.0.1:{broker.SocketPort}/");
        await page.GetByLabel("user at").FillAsync(Mosquitto.User);
        await page.GetByLabel("password at").FillAsync("wrong");
        await ClickJoinAsync(page);
        await HasAsync(page, "said => said.includes('refuses this user and password')", "problem");
        Assert.AreEqual("not connected", await page.Locator("#state").TextContentAsync(), "it does not try again by itself");
        await page.GetByLabel("room: six").FillAsync("JAM");
        await ClickJoinAsync(page);
        await HasAsync(page, "said => said.includes('six letters')", "problem");

        await page.GetByLabel("room: six").FillAsync(Room);
        await page.GetByLabel("password at").FillAsync(Mosquitto.Password);
        await ClickJoinAsync(page);
        await HasAsync(page, "said => said === 'connected'", "state");
        Assert.AreEqual(string.Empty, await page.Locator("#problem").TextContentAsync(), "problems");
        Assert.AreEqual(0, await page.EvaluateAsync<int>("() => localStorage.length"), "kept though nobody asked");
        await page.ReloadAsync();
        Assert.AreEqual("alone", await page.Locator("#state").TextContentAsync());

        await FillAsync(page, broker, "Anna");
        await page.GetByLabel("user at").FillAsync(Mosquitto.User);
        await page.GetByLabel("password at").FillAsync(Mosquitto.Password);
        await page.GetByLabel("keep").CheckAsync();
        await ClickJoinAsync(page);
        await HasAsync(page, "said => said === 'connected'", "state");
        await page.ReloadAsync();
        await HasAsync(page, "said => said === 'connected'", "state");
        await page.GotoAsync(new Uri(_host.Address, "?#broker=wss%3A%2F%2Felsewhere%2F&room=OTHER1").ToString());
        Assert.AreEqual("OTHER1", await page.GetByLabel("room: six").InputValueAsync());
        Assert.AreEqual(string.Empty, await page.GetByLabel("password at").InputValueAsync(), "a password for another broker");
        Assert.AreEqual("alone", await page.Locator("#state").TextContentAsync());
        Assert.AreEqual(string.Empty, string.Join("; ", _errors), "errors");
    }

    [TestMethod]
    public async Task A_broker_that_hangs_is_left_and_found_again()
    {
        using var broker = new Mosquitto(isOpen: true, hasSocket: true);
        _browser = await TestBrowser.StartAsync();
        IPage page = await OpenAsync();
        await JoinAsync(page, broker, "Anna");
        await page.EvaluateAsync(
            """
            () => {
              let own = line, say = bytes => own.constructor.prototype.say.call(own, bytes);
              pings = 0;
              pingMs = 200;
              own.say = bytes => { pings++; say(bytes); };
            }
            """);
        await WaitAsync(page, "() => pings > 3 && !line.isAsking");

        await page.EvaluateAsync("() => { patienceMs = 500; }");
        broker.Pause();
        await HasAsync(page, "said => said === 'The broker does not answer.'", "problem");
        await page.EvaluateAsync("() => { pingMs = 25000; patienceMs = 10000; }");
        broker.Resume();
        await HasAsync(page, "said => said === 'connected'", "state");
        Assert.AreEqual(string.Empty, await page.Locator("#problem").TextContentAsync(), "problems");
        Assert.AreEqual(string.Empty, string.Join("; ", _errors), "errors");
    }
}

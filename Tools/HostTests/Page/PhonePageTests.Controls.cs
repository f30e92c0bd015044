using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <summary>Every control there is, in both directions.</summary>
public sealed partial class PhonePageTests
{
    // A pattern with all four parameters, and the link that has beats to set: every control is to be seen then.
    private const string EverythingInSight = """{"a":{"pattern":"strobe"},"b":{"pattern":"strobe"},"global":{"link":"canon"}}""";
    // Polls that began, and the newest of those that have ended: they come every 0.65 s (PageMannersTests), so that the next one
    // is within a second.
    private const string CountPolls = """
        window.begun = window.ended = 0;
        const ask = fetch;
        window.fetch = async (path, options) => {
          const number = path.includes('since') ? ++begun : 0;
          const reply = await ask(path, options), json = reply.json;
          reply.json = async () => { const all = await json.call(reply); if (number && reply.ok) setTimeout(() => { ended = number; }); return all; };
          return reply;
        };
        """;
    [TestMethod]
    [DataRow(360, 740, "a")]
    [DataRow(1280, 800, "b")]
    public async Task Every_control_changes_the_device(int width, int height, string strip)
    {
        await OpenAsync(width, height);
        await _stage.PostAsync("state", EverythingInSight);
        await AimAsync(strip);
        await _page.EvaluateAsync("() => { for (const one of document.querySelectorAll('details')) one.open = true; }");
        await _page.WaitForSelectorAsync("#strip-p4");
        JsonElement controls = await _stage.GetAsync("controls");
        foreach ((string group, string path, string kinds) in Groups(strip))
        {
            // What acts on both is to be seen on a phone when both are chosen.
            await ShowAsync("light");
            await AimAsync(group == "global" ? "both" : strip);
            foreach (JsonElement control in controls.GetProperty(kinds).EnumerateArray())
            {
                await AssertChangesAsync(group, path, control);
            }
        }
    }

    [TestMethod]
    [DataRow(360, 740, "b")]
    [DataRow(1280, 800, "a")]
    public async Task Every_control_shows_with_the_next_poll_what_another_client_changed(int width, int height, string strip)
    {
        await OpenAsync(width, height, CountPolls);
        await _stage.PostAsync("state", EverythingInSight);
        await AimAsync(strip);
        JsonElement controls = await _stage.GetAsync("controls");
        for (int step = 1; step <= 2; step++)
        {
            (string body, string[] shown) = Others(controls, strip, step);
            await _stage.PostAsync("state", body);
            int begun = await _page.EvaluateAsync<int>("() => begun");

            await _page.WaitForFunctionAsync("begun => ended > begun", begun);
            string missing = await _page.EvaluateAsync<string>(
                "async shown => { await new Promise(requestAnimationFrame); return shown.filter(one => !eval(one)).join('\\n'); "
                    + "}", shown);

            Assert.AreEqual("", missing);
        }
    }

    private static (string Group, string Path, string Kinds)[] Groups(string strip) =>
        new[] { ("strip", "channel/" + strip, "channel"), ("global", "global", "global"), ("audio", "audio", "audio") };

    // Another value for every control, and for each what the page says when it shows it.
    private static (string Body, string[] Shown) Others(JsonElement controls, string strip, int step)
    {
        var body = new Dictionary<string, Dictionary<string, object>>();
        var shown = new List<string>();
        foreach ((string group, _, string kinds) in Groups(strip))
        {
            Dictionary<string, object> values = body[group == "strip" ? strip : group] = new();
            foreach (JsonElement control in controls.GetProperty(kinds).EnumerateArray())
            {
                string name = control.GetProperty("name").GetString()!;
                string id = group + "-" + name;
                switch (control.GetProperty("kind").GetString())
                {
                    case "switch":
                        values[name] = step % 2 == 0;
                        shown.Add($"document.getElementById('{id}').checked === {(step % 2 == 0 ? "true" : "false")}");
                        break;
                    case "button":
                        break;
                    case "number":
                        // Within what every parameter of strobe allows, and steps of the gain's slider.
                        int value = name switch
                        {
                            "gain" => 256 << step,
                            "p1" => 30 + step,
                            ['p', ..] => 1 + (step % 3),
                            _ => control.GetProperty("min").GetInt32() + step,
                        };
                        values[name] = value;
                        shown.Add($"document.getElementById('{id}').value === '{(name == "gain" ? 32 + (4 * step) : value)}'");
                        break;
                    default:
                        string choice = name switch { "pattern" => "strobe", "palette" => step % 2 == 0
                            ? "ice"
                            : "fire", "link" => "canon", "log-level" => "faults", _ => step % 2 == 0 ? "calm" : "vivid" };
                        values[name] = choice;
                        shown.Add($"document.getElementById('{(name is "pattern" or "palette" ? name : id)}-{choice}').checked");
                        break;
                }
            }
        }

        return (JsonSerializer.Serialize(body), [.. shown]);
    }

    private async Task AssertChangesAsync(string group, string path, JsonElement control)
    {
        string name = control.GetProperty("name").GetString()!;
        string id = "#" + group + "-" + name;
        string url = path + "/" + name;
        string before = await _stage.ValueAsync(url);
        string view = Regex.IsMatch(name, "a$|guard|lite|log") ? "device" : "light";
        await ShowAsync(group == "audio" ? "sound" : view);
        switch (control.GetProperty("kind").GetString())
        {
            case "button":
                // It does something and is never on: what can be seen is that the device was told, and agreed.
                IResponse told = await _page.RunAndWaitForResponseAsync(
                    () => _page.ClickAsync(id),
                    answer => answer.Request.Method == "POST"
                        && answer.Request.PostData!.Contains(name, StringComparison.Ordinal));
                Assert.AreEqual(200, told.Status, await told.TextAsync());
                return;
            case "switch":
                await _page.ClickAsync(id);
                if (name == "flash-guard")
                {
                    await _page.ClickAsync("dialog .off");
                }

                break;
            case "number":
                int min = await _page.EvaluateAsync<int>("id => Number(document.querySelector(id).min)", id);
                await _page.FillAsync(
                    id, (await _page.InputValueAsync(id) == $"{min}" ? min + 1 : min).ToString(CultureInfo.InvariantCulture));
                await _page.EvaluateAsync("id => document.querySelector(id).blur()", id);
                break;
            default:
                ILocator others = _page.Locator(
                    "input[name=" + (name is "pattern" or "palette" ? name : id[1..]) + "]:not(:checked) + label");
                await others.Nth(1).ClickAsync();
                break;
        }

        await _stage.WaitAsync(async () => await _stage.ValueAsync(url) != before, url + " to change from " + before);
        if (name == "lite")
        {
            // It lets few requests in: the others need not wait for that.
            await _stage.PostAsync(url, """{"value":false}""");
        }
        else if (name is "pattern" or "link")
        {
            await _stage.PostAsync("state", EverythingInSight);
            await _page.WaitForSelectorAsync(name == "link" ? "#global-canon-beats" : "#strip-p4");
        }
    }
}

using System.CommandLine;
using System.Diagnostics;
using NanoFirmware.Shows;

var name = new Argument<string>("show") { Description = "landscape, invaders or whack-a-mole." };
name.AcceptOnlyFromAmong("landscape", "invaders", "whack-a-mole");
var device = new Option<Uri>("--device")
{
    Description = "The device's address.",
    DefaultValueFactory = _ => new Uri("http://localhost:8080"),
};
var seconds = new Option<int>("--seconds") { Description = "How long; 0 goes on.", DefaultValueFactory = _ => 0 };
var root = new RootCommand("Shows on panels, told to the device by its REST API.") { name, device, seconds };
root.SetAction(async (line, stop) =>
{
    using var client = new HttpClient { BaseAddress = line.GetRequiredValue(device) };
    var panels = new PanelDevice(client);
    (int count, int size, int gap) = await panels.Hang().ConfigureAwait(false);
    PanelGame game = line.GetRequiredValue(name) switch
    {
        "landscape" => new Landscape(count, size, gap),
        "invaders" => new Invaders(count, size),
        _ => new WhackAMole(count, size, Environment.TickCount),
    };
    var clock = Stopwatch.StartNew();
    int last = line.GetValue(seconds);
    for (long frame = 1; !stop.IsCancellationRequested && (last == 0 || clock.Elapsed.TotalSeconds < last); frame++)
    {
        game.Advance(game.IsPlayed ? await panels.Presses().ConfigureAwait(false) : []);
        if (game.Pictures.Body() is { } body)
        {
            await panels.Show(body).ConfigureAwait(false);
        }

        if (game.News is { } news)
        {
            Console.WriteLine(news);
        }

        TimeSpan wait = TimeSpan.FromSeconds(frame / (double)game.FramesPerSecond) - clock.Elapsed;
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
    }

    return 0;
});
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);

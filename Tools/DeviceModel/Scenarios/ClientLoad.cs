namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>What the clients of each scenario ask, and when. Times are spread by odd periods, never at random.</summary>
internal static class ClientLoad
{
    private const double StartS = 2;

    /// <summary>Two phones: status twice a second each, and the frame of one strip once a second.</summary>
    internal static IEnumerable<WebRequest> Poll(double seconds)
    {
        for (int phone = 0; phone < 2; phone++)
        {
            string strip = phone == 0 ? "a" : "b";
            foreach (double at in Every(0.5, StartS + (phone * 0.23), seconds))
            {
                yield return WebRequest.Browser(at, "/api/status");
            }

            foreach (double at in Every(1, StartS + 0.31 + (phone * 0.17), seconds))
            {
                yield return WebRequest.Browser(at, $"/api/channel/{strip}/frame");
            }
        }
    }

    /// <summary>
    /// Eight phones poll once a second, one changes a pattern every 5 s, one drags a brightness slider for 2 s of every 10.
    /// </summary>
    internal static IEnumerable<WebRequest> DemoDay(double seconds)
    {
        for (int phone = 0; phone < 8; phone++)
        {
            foreach (double at in Every(1, StartS + (phone * 0.127), seconds))
            {
                yield return WebRequest.Browser(at, phone % 4 == 3 ? "/api/channel/a/frame" : "/api/status");
            }
        }

        int pattern = 0;
        foreach (double at in Every(5, StartS + 0.61, seconds))
        {
            pattern = (pattern + 1) % 4;
            yield return WebRequest.Browser(at, $"/api/channel/{(pattern % 2 == 0 ? "a" : "b")}", $"{{\"pattern\": {pattern}}}");
        }

        foreach (double drag in Every(10, StartS + 3.03, seconds))
        {
            foreach (double at in Every(0.1, drag, Math.Min(seconds, drag + 2)))
            {
                int level = 55 + (int)((at - drag) * 100);
                yield return WebRequest.Browser(at, "/api/channel/b/brightness", $"{{\"value\": {level}}}");
            }
        }
    }

    /// <summary>One phone drags a slider: ten changes a second for five seconds.</summary>
    internal static IEnumerable<WebRequest> Drag(double seconds)
    {
        foreach (double at in Every(0.1, StartS, Math.Min(seconds, StartS + 5)))
        {
            yield return WebRequest.Browser(at, "/api/channel/a/brightness", $"{{\"value\": {40 + (int)((at - StartS) * 40)}}}");
        }
    }

    /// <summary>One phone hangs a grid over both strips, along rows and along columns in turn.</summary>
    internal static IEnumerable<WebRequest> Layouts(double seconds)
    {
        bool byColumns = false;
        foreach (double at in Every(2, StartS, seconds - 1))
        {
            string by = byColumns ? "columns" : "rows";
            yield return WebRequest.Browser(
                at, "/api/channel/a/layout",
                $"{{\"kind\":\"grid\",\"width\":25,\"height\":24,\"serpentine\":true,\"span\":true,\"by\":\"{by}\"}}");
            byColumns = !byColumns;
        }
    }

    /// <summary>Fifty requests a second from scripts, reads and writes in turn, for the middle third of the run.</summary>
    internal static IEnumerable<WebRequest> Storm(double seconds)
    {
        int n = 0;
        foreach (double at in Every(0.02, seconds / 3, seconds * 2 / 3))
        {
            yield return n++ % 5 == 0
                ? WebRequest.Curl(at, "/api/global/brightness", $"{{\"value\": {n % 256}}}")
                : WebRequest.Curl(at, "/api/status");
        }
    }

    /// <summary>Who asks for what may have to be read from flash: info, network and a preset, once a second each.</summary>
    internal static IEnumerable<WebRequest> Flash(double seconds)
    {
        yield return WebRequest.Curl(StartS - 0.5, "/api/presets/1", """{"name": "quiet"}""");
        foreach (double at in Every(1, StartS, seconds - 1))
        {
            yield return WebRequest.Curl(at, "/json/info");
            yield return WebRequest.Curl(at + 0.31, "/api/network");
            yield return WebRequest.Curl(at + 0.67, "/api/presets/1/recall", "{}");
        }
    }

    /// <summary>
    /// At random times whatever takes memory: long answers, patterns that are made anew, presets, and backups of up to 8 KB to be
    /// read.
    /// </summary>
    internal static IEnumerable<WebRequest> Pressure(double seconds, int seed)
    {
        string[] answers = ["/api/backup", "/api/log", "/api/patterns", "/json", "/api/metrics", "/", "/api/state"];
        string[] patterns = ["aurora", "bloom", "lightning", "spectrogram", "candle", "comets"];
        var random = new Random(seed);
        for (double at = StartS; at < seconds - 1; at += 0.1 + random.NextDouble())
        {
            yield return random.Next(6) switch
            {
                0 => WebRequest.Curl(at, "/api/presets/" + random.Next(1, 9), $$"""{"name":"look {{random.Next(100)}}"}"""),
                1 => WebRequest.Browser(
                    at, "/api/state",
                    "{\"" + "ab"[random.Next(2)] + "\":{\"pattern\":\"" + patterns[random.Next(patterns.Length)] + "\"}}"),
                2 => WebRequest.Curl(
                    at, "/api/backup", """{"backup":1,"a":{"speed":3}""" + new string(' ', random.Next(8000)) + "}"),
                _ => WebRequest.Browser(at, answers[random.Next(answers.Length)]),
            };
        }
    }

    private static IEnumerable<double> Every(double periodS, double fromS, double toS)
    {
        for (int i = 0; fromS + (i * periodS) < toS; i++)
        {
            yield return fromS + (i * periodS);
        }
    }
}

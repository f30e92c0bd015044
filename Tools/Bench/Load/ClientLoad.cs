using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace NanoFirmware.Bench.Load;

/// <summary>Clients that ask a device for its status and its pictures, as pages do.</summary>
internal sealed class ClientLoad : IDisposable
{
    private static readonly string[] Paths = ["api/status", "api/state", "api/channel/a/frame", "api/audio"];

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly ConcurrentBag<double> _times = [];
    private int _answered;
    private int _refused;
    private int _failed;

    /// <param name="url">Where the device answers.</param>
    internal ClientLoad(Uri url) => _client.BaseAddress = url;

    internal Uri Url => _client.BaseAddress!;

    public void Dispose() => _client.Dispose();

    /// <summary>So many requests, so many at a time, as fast as they are answered.</summary>
    internal Task<LoadFigures> RushAsync(int requests, int atOnce, CancellationToken stop)
    {
        int left = requests;
        return MeasureAsync(atOnce, async client =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await AskAsync(Paths[left % Paths.Length], stop);
            }
        });
    }

    /// <summary>So many clients, each asking twice a second.</summary>
    internal Task<LoadFigures> PollAsync(int clients, TimeSpan length, CancellationToken stop)
    {
        const int PeriodMs = 500;
        var watch = Stopwatch.StartNew();
        return MeasureAsync(clients, async client =>
        {
            await Task.Delay(PeriodMs * client / clients, stop);
            for (int poll = 0; watch.Elapsed < length; poll++)
            {
                long beganMs = watch.ElapsedMilliseconds;
                await AskAsync(Paths[(client + poll) % Paths.Length], stop);
                await Task.Delay((int)Math.Max(0, PeriodMs - (watch.ElapsedMilliseconds - beganMs)), stop);
            }
        });
    }

    private async Task<LoadFigures> MeasureAsync(int clients, Func<int, Task> client)
    {
        _times.Clear();
        _answered = _refused = _failed = 0;
        (int a, int b, long lost) before = await CountAsync();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(number => Task.Run(() => client(number))));
        double seconds = watch.Elapsed.TotalSeconds;
        (int a, int b, long lost) after = await CountAsync();
        double counted = watch.Elapsed.TotalSeconds;
        double[] times = [.. _times.Order()];
        return new LoadFigures(
            _answered, _refused, _failed, seconds, Percentile(times, 50), Percentile(times, 99),
            (after.a - before.a) / counted, (after.b - before.b) / counted, after.lost - before.lost);
    }

    private async Task AskAsync(string path, CancellationToken stop)
    {
        long from = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage answer = await _client.GetAsync(new Uri(path, UriKind.Relative), stop);
            await answer.Content.ReadAsByteArrayAsync(stop);
            bool isRefused = answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter != null;
            ref int unanswered = ref isRefused ? ref _refused : ref _failed;
            Interlocked.Increment(ref answer.IsSuccessStatusCode ? ref _answered : ref unanswered);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            Interlocked.Increment(ref _failed);
        }

        _times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
    }

    // The device may be busy with what was asked before: the question is repeated.
    private async Task<(int A, int B, long Lost)> CountAsync()
    {
        for (int attempt = 0; ; attempt++)
        {
            using HttpResponseMessage answer = await _client.GetAsync(new Uri("api/status", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
            {
                JsonElement status = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
                JsonElement channels = status.GetProperty("channels");
                JsonElement audio = status.GetProperty("audio");
                return (
                    channels.GetProperty("a").GetProperty("frames").GetInt32(),
                    channels.GetProperty("b").GetProperty("frames").GetInt32(),
                    audio.TryGetProperty("samplesLost", out JsonElement lost) ? lost.GetInt64() : 0);
            }

            if (attempt > 20)
            {
                throw new HttpRequestException("the status is refused all the time");
            }

            await Task.Delay(200);
        }
    }

    private static double Percentile(double[] sorted, int percent) =>
        sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
}

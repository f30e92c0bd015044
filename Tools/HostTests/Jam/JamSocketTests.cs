using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Simulator;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>A simulator and clients of its WebSocket in one jam: all of them speak JSON.</summary>
[TestClass]
[RealTime]
public sealed class JamSocketTests
{
    private const int Edits = 330;

    private static readonly CancellationTokenSource Patience = new();

    [TestMethod]
    public async Task A_thousand_edits_of_three_clients_end_as_one_state_and_each_is_told_within_a_tenth_of_a_second()
    {
        using var folder = new TemporaryFolder();
        int port = SimulatorProcess.FreePortPair();
        using SimulatorProcess run = SimulatorProcess.Start("--headless", "--port", $"{port}", "--state", folder["state"]);
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}/") };
        await run.WaitUntilAsync(
            async () =>
            {
                using var on = new StringContent("""{"socket":true}""");
                return (await http.PostAsync("api/live", on)).IsSuccessStatusCode;
            },
            "the switch");
        Client[] clients =
            [await Client.ComeAsync(run, port, 1), await Client.ComeAsync(run, port, 2), await Client.ComeAsync(run, port, 3)];
        Task[] ears = [.. clients.Select(client => client.ListenAsync())];
        var random = new Random(19);
        for (int i = 0; i < Edits; i++)
        {
            await Task.WhenAll(clients.Select(client => client.EditAsync(random.Next())));
            await Task.Delay(5);
        }

        JsonElement jam = default;
        await run.WaitUntilAsync(
            async () =>
            {
                await Task.Delay(100);
                jam = JsonDocument.Parse(await http.GetStringAsync(new Uri("api/jam", UriKind.Relative))).RootElement;
                return clients.All(client => client.Agrees(jam));
            },
            "one state");
        int[] waits = [.. clients.SelectMany(client => client.WaitsMs).Order()];
        int p99 = waits[waits.Length * 99 / 100];
        Console.WriteLine($"{waits.Length} told, median {waits[waits.Length / 2]} ms, 99 of 100 within {p99} ms");
        Assert.IsTrue(jam.GetProperty("taken").GetInt32() >= Edits * 2, "edits were news");
        Assert.IsTrue(p99 < 500, $"{p99} ms, on a machine that does other things too");
        foreach (Client client in clients)
        {
            client.Dispose();
        }

        await Task.WhenAll(ears);
    }

    /// <summary>Somebody with a grid of his own, who does as the docs say.</summary>
    private sealed class Client : IDisposable
    {
        private readonly ClientWebSocket _socket = new();
        private readonly Dictionary<int, (int Stamp, int Value)> _cells = [];
        internal List<int> WaitsMs { get; } = [];

        internal static async Task<Client> ComeAsync(SimulatorProcess run, int port, int number)
        {
            Client? came = null;
            await run.WaitUntilAsync(
                async () =>
                {
                    var client = new Client();
                    try
                    {
                        await client._socket.ConnectAsync(new Uri($"ws://localhost:{port + 2}/"), Patience.Token);
                        await client.SayAsync($$"""{"type":"join","name":"client {{number}}"}""");
                        came = client;
                    }
                    catch (WebSocketException)
                    {
                        client.Dispose();
                    }

                    return came != null;
                },
                "a socket");
            return came!;
        }

        internal async Task EditAsync(int dice)
        {
            int cell = (dice & 0x7FFF) % JamState.TrackCell;
            int velocity = (dice >> 16) % 101;
            lock (Sent)
            {
                Sent[(cell << 8) | velocity | JamState.On] = Environment.TickCount64;
            }

            await SayAsync(
                $$"""{"type":"drum-step","track":{{cell / 16}},"step":{{cell % 16}},"enabled":true,"velocity":{{velocity}}}""");
        }

        internal async Task ListenAsync()
        {
            byte[] buffer = new byte[4096];
            try
            {
                while (_socket.State == WebSocketState.Open)
                {
                    WebSocketReceiveResult got = await _socket.ReceiveAsync(buffer, Patience.Token);
                    Take(JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, got.Count)).RootElement);
                }
            }
            catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException
                or JsonException)
            {
            }
        }

        /// <summary>Whether each cell that others told it of is as the device has it, where nobody wrote it later.</summary>
        internal bool Agrees(JsonElement jam)
        {
            lock (_cells)
            {
                return _cells.Count > 60 && _cells.All(cell =>
                {
                    JsonElement track = jam.GetProperty("tracks")[cell.Key / 16];
                    int value = track.GetProperty("velocities")[cell.Key % 16].GetInt32()
                        | (track.GetProperty("steps")[cell.Key % 16].GetBoolean() ? JamState.On : 0);
                    return value == cell.Value.Value || Own.Contains((cell.Key << 8) | value);
                });
            }
        }

        public void Dispose() => _socket.Dispose();

        private static Dictionary<int, long> Sent { get; } = [];

        private HashSet<int> Own { get; } = [];

        private async Task SayAsync(string text)
        {
            JsonElement said = JsonDocument.Parse(text).RootElement;
            if (said.TryGetProperty("step", out JsonElement step))
            {
                int cell = (said.GetProperty("track").GetInt32() * 16) + step.GetInt32();
                Own.Add((cell << 8) | said.GetProperty("velocity").GetInt32() | JamState.On);
            }

            await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Patience.Token);
        }

        private void Take(JsonElement news)
        {
            foreach (JsonElement one in news.EnumerateArray().Where(one => one.GetProperty("type").GetString() == "drum-step"))
            {
                int cell = (one.GetProperty("track").GetInt32() * 16) + one.GetProperty("step").GetInt32();
                int value = one.GetProperty("velocity").GetInt32() | (one.GetProperty("enabled").GetBoolean() ? JamState.On : 0);
                int stamp = (one.GetProperty("stamp").GetInt32() << 8) | one.GetProperty("by").GetInt32();
                lock (_cells)
                {
                    if (!_cells.TryGetValue(cell, out (int Stamp, int Value) before) || stamp > before.Stamp)
                    {
                        _cells[cell] = (stamp, value);
                    }
                }

                lock (Sent)
                {
                    if (Sent.TryGetValue((cell << 8) | value, out long sentMs))
                    {
                        WaitsMs.Add((int)(Environment.TickCount64 - sentMs));
                    }
                }
            }
        }
    }
}

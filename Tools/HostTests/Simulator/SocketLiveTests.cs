using System.Net.WebSockets;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Simulator;

/// <summary>The simulator's WebSocket, two ports above its own, as .NET's own client speaks it.</summary>
[TestClass]
[RealTime]
public sealed class SocketLiveTests
{
    [TestMethod]
    public async Task A_client_of_dotnet_gets_pictures_while_the_strips_keep_their_pace()
    {
        using var folder = new TemporaryFolder();
        int port = SimulatorProcess.FreePortPair();
        using SimulatorProcess run = SimulatorProcess.Start("--headless", "--port", $"{port}", "--state", folder["state"]);
        using var http = new HttpClient();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await run.WaitUntilAsync(
            async () =>
            {
                using var on = new StringContent("""{"socket":true}""");
                return (await http.PostAsync($"http://localhost:{port}/api/live", on)).IsSuccessStatusCode;
            },
            "the switch");

        using ClientWebSocket socket = await ConnectAsync(run, port, timeout.Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes("""{"preview":20}"""), WebSocketMessageType.Text, true, timeout.Token);
        byte[] buffer = new byte[2048];
        int pictures = 0;
        while (pictures < 40)
        {
            WebSocketReceiveResult got = await socket.ReceiveAsync(buffer, timeout.Token);
            Assert.IsTrue(got.EndOfMessage, "each message is one frame");
            if (got.MessageType == WebSocketMessageType.Binary)
            {
                Assert.AreEqual((544, (byte)1, (byte)(pictures & 1)), (got.Count, buffer[0], buffer[1]), "A and B in turns");
                pictures++;
            }
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", timeout.Token);
        Assert.AreEqual(WebSocketState.Closed, socket.State, "the close was answered");
    }

    // Its port opens within half a second of the switch.
    private static async Task<ClientWebSocket> ConnectAsync(SimulatorProcess run, int port, CancellationToken cancel)
    {
        ClientWebSocket? open = null;
        await run.WaitUntilAsync(
            async () =>
            {
                var socket = new ClientWebSocket();
                try
                {
                    await socket.ConnectAsync(new Uri($"ws://localhost:{port + 2}/"), cancel);
                    open = socket;
                }
                catch (WebSocketException)
                {
                    socket.Dispose();
                }

                return open != null;
            },
            "a socket");
        return open!;
    }
}

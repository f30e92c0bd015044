using System.Text;
using System.Text.Json;
using NanoFirmware.Web;

namespace NanoFirmware.Bench.Packets;

/// <summary>
/// What comes over connections: heads of requests and the frames of a WebSocket, as the firmware's own socket reads them.
/// </summary>
internal static class StreamPackets
{
    // As SocketClient takes them.
    private const int MostBytes = 1024;

    internal static void ReadWebSocket(byte[] bytes, PacketExpectation expected)
    {
        if (!expected.Has("frames"))
        {
            HttpHead? head = ReadHead(bytes, expected);
            if (head is { IsHandshake: false })
            {
                expected.Differ("not taken for a handshake");
            }

            return;
        }

        var frame = new SocketFrame();
        int at = 0;
        foreach (JsonElement one in expected.Element("frames").EnumerateArray())
        {
            FrameState state = frame.Read(bytes, at, bytes.Length, MostBytes);
            if (state != FrameState.Complete)
            {
                expected.Differ($"the frame at byte {at} is {state}");
                return;
            }

            frame.Unmask(bytes);
            Compare(bytes, frame, one, expected);
            at = frame.DataAt + frame.DataBytes;
        }

        if (at != bytes.Length)
        {
            expected.Differ($"{bytes.Length - at} bytes are left");
        }
    }

    internal static void ReadHttp(byte[] bytes, PacketExpectation expected) => ReadHead(bytes, expected);

    private static HttpHead? ReadHead(byte[] bytes, PacketExpectation expected)
    {
        var head = new HttpHead();
        HeadState state = head.Read(bytes, bytes.Length);
        if (state != HeadState.Complete)
        {
            expected.Differ($"the head is {state}");
            return null;
        }

        string request = $"{head.Method} {head.Path} HTTP/1.1";
        if (request != expected.Text("request"))
        {
            expected.Differ($"read as {request}");
        }

        string host = $"Host: {head.Host}";
        if (host != expected.Text("host"))
        {
            expected.Differ($"read {host}");
        }

        expected.Same("headers", head.Headers);
        expected.Same("bytes", head.Bytes);
        return head;
    }

    private static void Compare(byte[] bytes, SocketFrame frame, JsonElement one, PacketExpectation expected)
    {
        ReadOnlySpan<byte> data = bytes.AsSpan(frame.DataAt, frame.DataBytes);
        bool isSame = frame.IsFinal == (one.GetProperty("fin").GetInt32() == 1)
            && frame.Opcode == one.GetProperty("opcode").GetInt32()
            && frame.IsMasked == (one.GetProperty("masked").GetInt32() == 1)
            && frame.DataBytes == one.GetProperty("length").GetInt32()
            && (!one.TryGetProperty("text", out JsonElement text) || Encoding.UTF8.GetString(data) == text.GetString())
            && (
                !one.TryGetProperty("hex", out JsonElement hex)
                    || Convert.ToHexStringLower(data).StartsWith(hex.GetString()!, StringComparison.Ordinal))
            && (!one.TryGetProperty("close", out JsonElement close) || ((data[0] << 8) | data[1]) == close[0].GetInt32());
        if (!isSame)
        {
            expected.Differ($"read as {frame.Opcode} with {frame.DataBytes} bytes: {one}");
        }
    }
}

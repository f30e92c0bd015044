using NanoFirmware.Live;

namespace NanoFirmware.Bench.Packets;

/// <summary>Light from elsewhere, as the firmware's packets read it.</summary>
internal static class PixelPackets
{
    internal static void ReadDdp(byte[] bytes, PacketExpectation expected)
    {
        var ddp = new DdpPacket();
        if (!ddp.Read(bytes, bytes.Length))
        {
            expected.Differ("not read");
            return;
        }

        expected.Same("push", ddp.IsPush);
        expected.Same("query", ddp.IsAside);
        expected.Same("sequence", ddp.Sequence);
        expected.Same("type", ddp.Type);
        expected.Same("destination", ddp.Destination);
        expected.Same("offset", ddp.Offset);
        expected.Same("length", ddp.DataBytes);
        expected.SameBytes("first_bytes", bytes, ddp.DataAt, ddp.DataBytes, false);
        expected.SameBytes("last_bytes", bytes, ddp.DataAt, ddp.DataBytes, true);
    }

    internal static void ReadE131(byte[] bytes, PacketExpectation expected)
    {
        var e131 = new E131Packet();
        E131Kind kind = e131.Read(bytes, bytes.Length);
        E131Kind right = KindOf(expected);
        if (kind != right)
        {
            expected.Differ($"it is {right}, read as {kind}");
        }
        else if (kind == E131Kind.Sync)
        {
            expected.Same("sync_sequence", e131.Sequence);
            expected.Same("sync_universe", e131.SyncUniverse);
        }
        else if (kind == E131Kind.Data)
        {
            expected.Same("priority", e131.Priority);
            expected.Same("sync_universe", e131.SyncUniverse);
            expected.Same("sequence", e131.Sequence);
            expected.Same("terminated", e131.IsTerminated);
            expected.Same("preview", e131.IsPreview);
            expected.Same("universe", e131.Universe);
            expected.Same("start_code", e131.StartCode);
            expected.Same("channels", e131.DataBytes);
            expected.SameBytes("first_channels", bytes, e131.DataAt, e131.DataBytes, false);
            expected.SameBytes("last_channels", bytes, e131.DataAt, e131.DataBytes, true);
        }
    }

    internal static void ReadArtNet(byte[] bytes, PacketExpectation expected)
    {
        var art = new ArtNetPacket();
        ArtNetKind kind = art.Read(bytes, bytes.Length);
        ArtNetKind right = expected.Number("opcode") switch
        {
            0x5000 => ArtNetKind.Dmx,
            0x2000 => ArtNetKind.Poll,
            0x2100 => ArtNetKind.PollReply,
            0x5200 => ArtNetKind.Sync,
            _ => ArtNetKind.None,
        };
        if (kind != right)
        {
            expected.Differ($"it is {right}, read as {kind}");
        }
        else if (kind == ArtNetKind.Dmx)
        {
            expected.Same("sequence", art.Sequence);
            expected.Same("port_address", art.PortAddress);
            expected.Same("data_bytes_present", art.DataBytes);
            expected.SameBytes("first_channels", bytes, art.DataAt, art.DataBytes, false);
            expected.SameBytes("last_channels", bytes, art.DataAt, art.DataBytes, true);
        }
    }

    internal static void ReadWled(byte[] bytes, PacketExpectation expected)
    {
        switch (expected.Text("kind"))
        {
            case "raw RGB":
                expected.Same("pixels", bytes.Length / 3);
                expected.SameBytes("first", bytes, 0, bytes.Length, false);
                expected.SameBytes("last", bytes, 0, bytes.Length, true);
                return;
            case "TPM2.net data":
                ReadTpm2(bytes, expected);
                return;
            case "notifier":
            case "node beacon":
                // Neither is a picture: the firmware must not take one for it.
                if (new WledPacket().Read(bytes, bytes.Length) != WledKind.None)
                {
                    expected.Differ("taken for pixels");
                }

                return;
            default:
                ReadRealtime(bytes, expected);
                return;
        }
    }

    private static void ReadRealtime(byte[] bytes, PacketExpectation expected)
    {
        var wled = new WledPacket();
        WledKind kind = wled.Read(bytes, bytes.Length);
        expected.Same("timeout", wled.HoldSeconds);
        bool isWarls = expected.Text("kind") == "WARLS";
        if (isWarls)
        {
            expected.Same("entries", wled.DataBytes / 4);
        }
        else
        {
            expected.Same("pixels", wled.DataBytes / wled.PixelBytes);
        }

        if (expected.Has("start"))
        {
            expected.Same("start", wled.FirstPixel);
        }

        if (kind == WledKind.KeepAlive)
        {
            return;
        }

        expected.SameBytes(isWarls ? "first_index_rgb" : "first", bytes, wled.DataAt, wled.DataBytes, false);
        expected.SameBytes(isWarls ? "last_index_rgb" : "last", bytes, wled.DataAt, wled.DataBytes, true);
    }

    private static void ReadTpm2(byte[] bytes, PacketExpectation expected)
    {
        var tpm2 = new Tpm2Packet();
        if (!tpm2.Read(bytes, bytes.Length))
        {
            expected.Differ("not read");
            return;
        }

        expected.Same("payload", tpm2.DataBytes);
        expected.Same("packet", tpm2.Packet);
        expected.Same("of", tpm2.Packets);
        expected.SameBytes("first", bytes, tpm2.DataAt, tpm2.DataBytes, false);
        expected.SameBytes("last", bytes, tpm2.DataAt, tpm2.DataBytes, true);
    }

    private static E131Kind KindOf(PacketExpectation expected)
    {
        int root = expected.Number("root_vector");
        int framing = expected.Number("framing_vector");
        if (root == 4)
        {
            return framing == 2 ? E131Kind.Data : E131Kind.Discovery;
        }

        return framing == 1 ? E131Kind.Sync : E131Kind.Discovery;
    }
}

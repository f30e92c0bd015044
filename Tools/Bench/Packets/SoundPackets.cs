using NanoFirmware.Live;

namespace NanoFirmware.Bench.Packets;

/// <summary>What other devices hear, as the firmware reads it.</summary>
internal static class SoundPackets
{
    internal static void ReadSoundSync(byte[] bytes, PacketExpectation expected)
    {
        var sound = new SoundSyncPacket();
        if (!sound.Read(bytes, bytes.Length))
        {
            expected.Differ("not read");
            return;
        }

        string kind = $"v{sound.Version}";
        if (kind != expected.Text("kind"))
        {
            expected.Differ($"it is {expected.Text("kind")}, read as {kind}");
        }

        string loudness = sound.Version == 1 ? "sampleAgc" : "sampleSmth";
        if (expected.Has(loudness))
        {
            int level = (int)Math.Clamp(expected.Element(loudness).GetDouble(), 0, 255);
            if (sound.Level != level)
            {
                expected.Differ($"{loudness} is {level}, read {sound.Level}");
            }
        }

        if (expected.Has("frame"))
        {
            expected.Same("frame", sound.Frame);
        }

        expected.Same("peak", sound.IsPeak ? 1 : 0);
        expected.SameBytes("bands", bytes, sound.BandsAt, 16, false);
    }
}

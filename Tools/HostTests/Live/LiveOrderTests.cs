using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Live;
using NanoFirmware.Outputs;
using NanoFirmware.Tests.Live;

namespace NanoFirmware.HostTests.Live;

/// <summary>Over a bad Wi-Fi: one datagram in twenty is lost, others overtake up to three before them.</summary>
[TestClass]
public sealed class LiveOrderTests
{
    private const int Frames = 2000;
    private const int Seeds = 20;
    private const double Loss = 0.05;
    private const double Overtaken = 0.1;
    private const int MostPlaces = 3;

    // With fifteen numbers no more can be told from a sender that begins anew.
    private const int MostBehind = 4;

    [TestMethod]
    public void Ddp_never_shows_an_older_frame_after_a_newer()
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            var booth = new LiveBooth();
            var ddp = new DdpInput(booth.Controls, booth.Canvas);
            int newest = 0;

            foreach (int frame in Arrivals(Frames, new Random(seed)))
            {
                booth.Send(ddp, Numbered(LiveMessage.Ddp(LiveMessage.DdpPush, 1 + (frame % 15), 0, 2, 0), 10, frame));
                newest = Newer(booth, newest, 0, $"seed {seed}");
            }

            Assert.IsTrue(booth.Shown > Frames * 0.7, $"{booth.Shown} of {Frames} frames were shown");
        }
    }

    [TestMethod]
    public void No_universe_of_e131_shows_an_older_part_after_a_newer()
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            var booth = new LiveBooth();
            var e131 = new E131Input(booth.Controls, booth.Canvas);
            int[] newest = new int[3];

            foreach (int datagram in Arrivals(Frames * 3, new Random(seed)))
            {
                int universe = 1 + (datagram % 3);
                int frame = datagram / 3;
                booth.Send(e131, Numbered(LiveMessage.E131(universe, frame & 255, 100, 1, 0), 126, frame));
                if (datagram % 3 == 2)
                {
                    booth.EndFrame(e131);
                }

                for (int i = 0; i < newest.Length; i++)
                {
                    newest[i] = Newer(booth, newest[i], i * 170, $"seed {seed}, universe {i + 1}");
                }
            }
        }
    }

    // Numbers in the order in which they arrive.
    private static List<int> Arrivals(int count, Random random)
    {
        var line = Enumerable.Range(0, count).Where(_ => random.NextDouble() >= Loss).ToList();
        for (int i = 0; i < line.Count - MostPlaces; i++)
        {
            int to = i + random.Next(1, MostPlaces + 1);
            if (random.NextDouble() < Overtaken && line[to] - line[i] <= MostBehind)
            {
                (line[i], line[to]) = (line[to], line[i]);
                i = to;
            }
        }

        return line;
    }

    // The frame's number in the first pixel of the piece: red and green.
    private static byte[] Numbered(byte[] packet, int at, int frame)
    {
        packet[at] = (byte)(frame >> 8);
        packet[at + 1] = (byte)frame;
        return packet;
    }

    private static int Newer(LiveBooth booth, int newest, int pixel, string where)
    {
        var shown = new Picture(LiveBooth.Pixels);
        booth.Frame.TryRead(shown);
        int frame = (shown.Grb[pixel * 3] << 8) | shown.Grb[(pixel * 3) + 1];
        Assert.IsTrue(frame >= newest, $"{where}: frame {frame} after {newest}");
        return frame;
    }
}

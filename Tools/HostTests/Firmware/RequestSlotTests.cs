using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Web;
using NanoHost;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>
/// A body that is refused is read on, within bounds: what lies unread when a socket closes resets it, and the answer is lost.
/// </summary>
[TestClass]
public sealed class RequestSlotTests
{
    private readonly ManualClock _clock = new();

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(2000, 2000)]
    [DataRow(-1, 3000)]
    [DataRow(100000, 3000)]
    public void A_refused_body_is_read_as_far_as_it_was_announced_and_came(long claimed, int drained)
    {
        using var board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        using var body = new MemoryStream(new byte[3000]);
        var deadline = new Deadline();
        deadline.Begin(3000);

        BodyReader.Drain(body, claimed, deadline);

        Assert.AreEqual(drained, body.Position);
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(1 << 30)]
    public void A_client_that_never_ends_is_not_read_for_ever(long claimed)
    {
        using var board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        using var body = new Dripping(_clock);
        var deadline = new Deadline();
        deadline.Begin(3000);

        BodyReader.Drain(body, claimed, deadline);

        Assert.AreEqual(30, body.Reads, "a tenth of a second each");
    }

    // A byte every tenth of a second, without end.
    private sealed class Dripping(ManualClock clock) : MemoryStream
    {
        internal int Reads { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Reads++;
            clock.Advance(100_000);
            return 1;
        }
    }
}

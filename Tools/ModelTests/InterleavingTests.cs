using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Interleaving;

namespace NanoFirmware.ModelTests;

/// <summary>Every interleaving of the firmware's own instructions, where it does without locks.</summary>
[TestClass]
public sealed class InterleavingTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(1, 1)]
    [DataRow(2, 1)]
    [DataRow(4, 2)]
    public void No_interleaving_of_writer_and_reader_returns_a_mixed_snapshot(int publications, int reads) =>
        Sound(Interleavings.Exchange(publications, reads));

    [TestMethod]
    public void A_reader_that_believes_every_copy_is_found_out() => Found(Interleavings.Exchange(4, 1, withoutCheck: true));

    [TestMethod]
    [DataRow(2, 2)]
    [DataRow(4, 2)]
    [DataRow(6, 3)]
    public void No_interleaving_of_two_renderers_shows_a_picture_mixed_of_two(int pictures, int reads) =>
        Sound(Interleavings.LiveFrame(pictures, reads));

    [TestMethod]
    public void A_renderer_that_believes_every_picture_is_found_out() => Found(Interleavings.LiveFrame(4, 1, withoutCheck: true));

    [TestMethod]
    public void No_interleaving_of_renderer_and_time_touches_the_wire_buffer_in_transmission() =>
        Sound(Interleavings.WireGuard(16, 16));

    [TestMethod]
    public void A_buffer_that_always_calls_itself_free_is_found_out() =>
        Found(Interleavings.WireGuard(16, 16, withoutGuard: true));

    [TestMethod]
    [DataRow(2, 1, 8)]
    [DataRow(1, 2, 1)]
    public void No_interleaving_of_a_renderer_and_readers_of_flash_finds_a_frame_on_the_wire(
        int frames, int readers, int steps) => Sound(Interleavings.Rest(frames, readers, steps));

    [TestMethod]
    public void A_strip_that_counts_as_quiet_whatever_was_begun_on_it_is_found_out() =>
        Found(Interleavings.Rest(2, 1, 8, withoutClaim: true));

    [TestMethod]
    public void A_reader_that_ends_the_rest_of_another_is_found_out() => Found(Interleavings.Rest(1, 2, 1, withoutTurns: true));

    private void Sound(InterleavingResult result)
    {
        TestContext.WriteLine(result.ToString());
        Assert.IsNull(result.Violation);
        Assert.IsTrue(result.Checks > 0, "nothing was checked");
        Assert.IsTrue(result.Interleavings > 1000, $"{result.Interleavings} interleavings");
    }

    private void Found(InterleavingResult result)
    {
        TestContext.WriteLine(result.ToString());
        Assert.IsNotNull(result.Violation);
    }
}

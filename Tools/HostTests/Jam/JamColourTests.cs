using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>The colours that every device derives by itself.</summary>
[TestClass]
public class JamColourTests
{
    [TestMethod]
    [DataRow(60, JamColours.Spectrum, 0, 0x00FF39)]
    [DataRow(12, JamColours.Spectrum, 0, 0xFF0000)]
    [DataRow(127, JamColours.Spectrum, 0, 0xFF00FF)]
    [DataRow(61, JamColours.Chromatic, 0, 0xFF5500)]
    [DataRow(67, JamColours.Harmonic, 0, 0xFF8000)]
    [DataRow(67, JamColours.Harmonic, 7, 0xFF0000)]
    public void A_note_has_the_colour_that_the_table_says(int note, int mode, int root, int colour) =>
        Assert.AreEqual(colour, JamColours.OfNote(note, mode, root));

    [TestMethod]
    public void A_hihat_is_never_black()
    {
        for (int mode = 0; mode < 3; mode++)
        {
            for (int track = 0; track < 8; track++)
            {
                Assert.AreNotEqual(0, JamColours.OfTrack(track, mode), $"{JamColours.Track(track)} in {JamColours.Mode(mode)}");
            }
        }
    }
}

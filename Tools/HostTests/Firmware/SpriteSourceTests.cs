using System.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Generator;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Pictures from files become sprites that the device takes.</summary>
[TestClass]
public sealed class SpriteSourceTests : PanelWall
{
    // 3 x 2 pixels, two frames: red, green, blue, black, red, green; then a black row over a red one.
    private const string Gif =
        "47494638396103000200910000000000ff000000ff000000ff21f904040a0000002c00000000030002000002050cc5110c550021f904040a0000002c"
        + "00000000030002000002050441300c53003b";

    private static readonly string[] Moving =
        ["FF000000FF000000FF000000FF000000FF00", "000000000000000000FF0000FF0000FF0000"];

    private readonly string _file = Path.GetTempFileName();

    [TestCleanup]
    public void Forget() => File.Delete(_file);

    [TestMethod]
    public void A_gif_becomes_a_sprite_for_each_frame()
    {
        File.WriteAllBytes(_file, Convert.FromHexString(Gif));
        string[] bodies = SpriteSource.Bodies(_file);
        Assert.AreEqual(2, bodies.Length);
        for (int frame = 0; frame < 2; frame++)
        {
            Assert.AreEqual(200, Device.Put("/api/sprites/moving", bodies[frame]).Status, bodies[frame]);
            Assert.AreEqual(Moving[frame], Device.Get("/api/sprites/moving").Json.GetProperty("pixels").GetString());
        }

        Assert.AreEqual("""{"width":12,"height":8""", SpriteSource.Bodies(_file, height: 8)[0][..22], "as high as a panel");
    }

    // Two frames of 3 x 2 pixels, as the GIF's; ffmpeg makes the file, without loss.
    [TestMethod]
    public void A_webp_becomes_a_sprite_for_each_frame()
    {
        string webp = _file + ".webp";
        try
        {
            EncodeWebp(Convert.FromHexString(string.Concat(Moving)), webp);
            string[] bodies = SpriteSource.Bodies(webp);
            Assert.AreEqual(2, bodies.Length, "frames");
            for (int frame = 0; frame < 2; frame++)
            {
                Assert.AreEqual(200, Device.Put("/api/sprites/moving", bodies[frame]).Status, bodies[frame]);
                Assert.AreEqual(
                    Moving[frame], Device.Get("/api/sprites/moving").Json.GetProperty("pixels").GetString(), $"frame {frame}");
            }
        }
        finally
        {
            File.Delete(webp);
        }
    }

    private static void EncodeWebp(byte[] rgb, string path)
    {
        string arguments = "-v error -f rawvideo -pix_fmt rgb24 -s 3x2 -r 5 -i - -c:v libwebp_anim -lossless 1 -y " + path;
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardInput = true })!;
            process.StandardInput.BaseStream.Write(rgb);
            process.StandardInput.Close();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                Assert.Inconclusive("The ffmpeg on this machine makes no WebP: install one with libwebp.");
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Inconclusive("There is no ffmpeg on this machine: install it to make a WebP of one's own.");
        }
    }

    [TestMethod]
    public void What_is_no_picture_or_too_large_is_refused()
    {
        File.WriteAllText(_file, "no picture");
        Assert.ThrowsExactly<InvalidDataException>(() => SpriteSource.Bodies(_file));
        File.WriteAllBytes(_file, Convert.FromHexString(Gif));
        InvalidDataException large = Assert.ThrowsExactly<InvalidDataException>(() => SpriteSource.Bodies(_file, height: 100));
        StringAssert.Contains(large.Message, "more than the 768 of a sprite");
    }
}

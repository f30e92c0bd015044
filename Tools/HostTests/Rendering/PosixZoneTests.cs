using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>Zones as POSIX writes them, held against the zones that this computer knows.</summary>
[TestClass]
public sealed class PosixZoneTests
{
    [TestMethod]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/3", "Europe/Berlin")]
    [DataRow("GMT0BST,M3.5.0/1,M10.5.0", "Europe/London")]
    [DataRow("EST5EDT,M3.2.0,M11.1.0", "America/New_York")]
    [DataRow("AEST-10AEDT,M10.1.0,M4.1.0/3", "Australia/Sydney")]
    [DataRow("IST-5:30", "Asia/Kolkata")]
    [DataRow("<+0545>-5:45", "Asia/Kathmandu")]
    [DataRow("UTC0", "Etc/UTC")]
    public void Its_clocks_go_as_they_do_there(string text, string name)
    {
        PosixZone zone = PosixZone.Read(text);
        Assert.IsNotNull(zone, text);
        TimeZoneInfo known = TimeZoneInfo.FindSystemTimeZoneById(name);
        for (DateTimeOffset at = new(2024, 1, 1, 0, 30, 0, TimeSpan.Zero); at.Year < 2037; at = at.AddMinutes(53 * 60))
        {
            Assert.AreEqual(known.GetUtcOffset(at).TotalSeconds, zone.OffsetAt(at.ToUnixTimeSeconds()), $"{text} at {at:u}");
        }
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("CET")]
    [DataRow("C-1")]
    [DataRow("CET-1CEST")]
    [DataRow("CET-1CEST,M3.5.0")]
    [DataRow("CET-1CEST,M13.5.0,M10.5.0")]
    [DataRow("CET-1CEST,M3.6.0,M10.5.0")]
    [DataRow("CET-1CEST,M3.5.7,M10.5.0")]
    [DataRow("CET-1CEST,J60,J300")]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/3x")]
    [DataRow("<CET-1")]
    [DataRow("Europe/Berlin")]
    public void What_is_none_is_refused(string text) => Assert.IsNull(PosixZone.Read(text), text);
}

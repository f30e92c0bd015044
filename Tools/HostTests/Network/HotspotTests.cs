using System.Net;
using System.Net.NetworkInformation;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost;
using NanoHost.Net;
using ApOptions = System.Net.NetworkInformation.WirelessAPConfiguration.ConfigurationOptions;
using IPGlobalProperties = NanoHost.Net.NetworkInformation.IPGlobalProperties;
using NetworkChange = NanoHost.Net.NetworkInformation.NetworkChange;
using NetworkInterface = NanoHost.Net.NetworkInformation.NetworkInterface;
using NetworkInterfaceType = NanoHost.Net.NetworkInformation.NetworkInterfaceType;

namespace NanoFirmware.HostTests.Network;

[TestClass]
public class HotspotTests
{
    private string _storage;

    [TestInitialize]
    public void MakeStorage() => _storage = System.IO.Directory.CreateTempSubdirectory("nano-network-").FullName;

    [TestCleanup]
    public void RemoveStorage() => System.IO.Directory.Delete(_storage, recursive: true);

    [TestMethod]
    public void A_fresh_board_has_its_hotspot_configured_and_off()
    {
        NetworkPeripheral radio = Boot();
        WirelessAPConfiguration saved = Saved();
        Assert.AreEqual(ApOptions.Disable, saved.Options);
        Assert.AreEqual(4, saved.MaxConnections);
        Assert.AreEqual("192.168.4.1", Hotspot().IPv4Address, "what is configured, on air or not");
        Assert.IsNull(radio.HotspotSsid);
        Assert.IsFalse(radio.NeedsReboot, "a fresh board asks for a restart");
        Assert.AreEqual(IPAddress.Parse("192.168.4.1"), IPGlobalProperties.GetIPAddress());
    }

    [TestMethod]
    public void A_board_without_a_radio_is_known_by_an_address_of_its_own_that_it_keeps()
    {
        NetworkPeripheral radio = Boot();
        byte[] own = radio.OwnAddress;
        Assert.AreEqual(6, own.Length, "bytes");
        Assert.AreEqual("024E46", Convert.ToHexString(own[..3]), "marked as locally given");
        radio.IsPresent = false;
        Assert.AreEqual(0, NetworkInterface.GetAllNetworkInterfaces().Length, "interfaces without radio and cable");

        radio = Boot();
        radio.IsPresent = false;
        radio.WiredAddress = radio.OwnAddress;

        CollectionAssert.AreEqual(own, new NanoFirmware.Network.Hotspot().Mac, "the firmware's");
        Assert.AreEqual(NetworkInterfaceType.Ethernet, NetworkInterface.GetAllNetworkInterfaces().Single().NetworkInterfaceType);
        Assert.AreEqual(IPAddress.Any, IPGlobalProperties.GetIPAddress(), "nothing goes through it");
    }

    [TestMethod]
    public void A_saved_hotspot_is_on_air_after_a_reboot_and_not_before()
    {
        NetworkPeripheral radio = Boot();
        Hotspot().EnableStaticIPv4("192.168.4.1", "255.255.255.0", "192.168.4.1");
        Configure("nanoFirmware", "eightchars");
        Assert.AreEqual("nanoFirmware", Saved().Ssid);
        Assert.IsFalse(radio.HotspotIsUp, "the hotspot is on air before the restart");
        Assert.IsTrue(radio.NeedsReboot, "a saved hotspot asks for no restart");

        radio = Boot();

        Assert.AreEqual("nanoFirmware", radio.HotspotSsid);
        Assert.IsFalse(radio.NeedsReboot, "it asks for a restart after one");
        Assert.AreEqual(ApOptions.AutoStart, Saved().Options);
        Assert.AreEqual("192.168.4.1", Hotspot().IPv4Address);
        Assert.AreEqual(IPAddress.Parse("192.168.4.1"), IPGlobalProperties.GetIPAddress());
    }

    [TestMethod]
    public void A_changed_name_waits_for_the_next_start()
    {
        Boot();
        Configure("first", "eightchars");
        NetworkPeripheral radio = Boot();
        Configure("second", "eightchars");
        Assert.AreEqual("first", radio.HotspotSsid);
        Assert.IsTrue(radio.NeedsReboot, "a changed name asks for no restart");
        Assert.AreEqual("second", Boot().HotspotSsid);
    }

    [TestMethod]
    [DataRow("a name of thirty-two characters.", "eightchars", (byte)1)]
    [DataRow("name", "7 chars", (byte)1)]
    [DataRow("name", "eightchars", (byte)0)]
    public void What_the_chip_does_not_accept_is_refused(string ssid, string password, byte connections)
    {
        Boot();
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Configure(ssid, password, connections));
        Assert.AreEqual(ApOptions.Disable, Saved().Options);
    }

    [TestMethod]
    [DataRow(31, 31, true)]
    [DataRow(30, 32, false)]
    [DataRow(27, 31, true)]
    [DataRow(16, 32, false)]
    public void A_name_is_counted_in_bytes_as_its_field_is(int characters, int bytes, bool fits)
    {
        Boot();
        string name = new string('\u00e9', bytes - characters) + new string('x', characters - (bytes - characters));
        var wifi = Wireless80211Configuration.GetAllWireless80211Configurations()[0];
        wifi.Ssid = name;
        wifi.Password = string.Empty;

        if (fits)
        {
            Configure(name, "eightchars");
            wifi.SaveConfiguration();
            Assert.AreEqual(name, Saved().Ssid);
            return;
        }

        Assert.ThrowsExactly<ArgumentException>(() => Configure(name, "eightchars"));
        Assert.ThrowsExactly<ArgumentException>(wifi.SaveConfiguration);
        Assert.AreEqual(ApOptions.Disable, Saved().Options, "nothing is kept");
    }

    [TestMethod]
    public void A_password_is_counted_in_bytes_as_its_field_is()
    {
        Boot();
        Configure("name", new string('\u00e9', 31) + "x");

        Assert.ThrowsExactly<ArgumentException>(() => Configure("name", new string('\u00e9', 32)));
        Assert.AreEqual(32, Saved().Password!.Length, "63 bytes are kept");
    }

    [TestMethod]
    public void A_configuration_of_its_own_lets_one_client_in_and_needs_a_password_that_is_not_null()
    {
        Boot();
        var configuration = new WirelessAPConfiguration(0) { Ssid = "open" };
        Assert.AreEqual(1, configuration.MaxConnections);
        Assert.ThrowsExactly<NullReferenceException>(configuration.SaveConfiguration);
    }

    [TestMethod]
    public void Phones_join_up_to_the_limit_and_the_firmware_hears_of_each()
    {
        Boot();
        Configure("party", "eightchars", connections: 2);
        NetworkPeripheral radio = Boot();
        var events = new List<string>();
        NetworkChange.NetworkAPStationChanged += (_, e) => events.Add(e.StationIndex + (e.IsConnected ? "+" : "-"));
        byte[] mac = { 2, 0, 0, 0, 0, 9 };
        Assert.AreEqual(0, radio.Join(mac));
        Assert.AreEqual(1, radio.Join(new byte[6]));
        Assert.AreEqual(-1, radio.Join(new byte[6]), "the hotspot is full");
        Assert.AreSame(mac, Saved().GetConnectedStations(0).MacAddress);
        Saved().DeAuthStation(1);
        Assert.AreEqual("0+ 1+ 1-", string.Join(" ", events));
        Assert.AreEqual(1, Saved().GetConnectedStations().Length);
    }

    [TestMethod]
    public void Nobody_joins_a_hotspot_that_is_off() => Assert.AreEqual(-1, Boot().Join(new byte[6]));

    [TestMethod]
    public void Broken_settings_start_a_fresh_board()
    {
        System.IO.Directory.CreateDirectory(System.IO.Path.Combine(_storage, ".board"));
        System.IO.File.WriteAllText(System.IO.Path.Combine(_storage, ".board", "network.json"), "{ torn");
        Boot();
        Assert.AreEqual(ApOptions.Disable, Saved().Options);
    }

    private static NetworkInterface Hotspot() =>
        NetworkInterface.GetAllNetworkInterfaces().Single(each => each.NetworkInterfaceType == NetworkInterfaceType.WirelessAP);

    private static WirelessAPConfiguration Saved() =>
        WirelessAPConfiguration.GetAllWirelessAPConfigurations()[Hotspot().SpecificConfigId];

    private static void Configure(string ssid, string password, byte connections = 4)
    {
        WirelessAPConfiguration configuration = Saved();
        configuration.Ssid = ssid;
        configuration.Password = password;
        configuration.MaxConnections = connections;
        configuration.Options = ApOptions.AutoStart | ApOptions.Enable;
        configuration.SaveConfiguration();
    }

    private NetworkPeripheral Boot() => SimulatedBoard.Install(new SimulatedBoard(new ManualClock(), _storage)).Network;
}

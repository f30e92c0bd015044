using System.Device.Wifi;
using System.Net.NetworkInformation;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Networking;
using NanoHost;
using NanoHost.Net;
using NetworkChange = NanoHost.Net.NetworkInformation.NetworkChange;
using NetworkInterface = NanoHost.Net.NetworkInformation.NetworkInterface;

namespace NanoFirmware.HostTests.Network;

[TestClass]
public class WifiTests
{
    private string _storage;
    private NetworkPeripheral _radio;

    [TestInitialize]
    public void Boot()
    {
        _storage ??= System.IO.Directory.CreateTempSubdirectory("nano-wifi-").FullName;
        _radio = SimulatedBoard.Install(new SimulatedBoard(new ManualClock(), _storage)).Network;
        _radio.Surroundings.Add(new SurroundingNetwork("home", "correct horse", -65));
        WifiNetworkHelper.Reset();
    }

    [TestCleanup]
    public void RemoveStorage() => System.IO.Directory.Delete(_storage, recursive: true);

    [TestMethod]
    [DataRow("home", "correct horse", WifiConnectionStatus.Success)]
    [DataRow("home", "wrong", WifiConnectionStatus.InvalidCredential)]
    [DataRow("away", "correct horse", WifiConnectionStatus.NetworkNotAvailable)]
    public void Connecting_tells_why_it_failed(string ssid, string password, WifiConnectionStatus expected)
    {
        WifiConnectionResult result = WifiAdapter.FindAllAdapters()[0].Connect(ssid, WifiReconnectionKind.Automatic, password);
        Assert.AreEqual(expected, result.ConnectionStatus);
        Assert.AreEqual(
            expected == WifiConnectionStatus.Success, NetworkInterface.GetAllNetworkInterfaces()[0].IPv4Address != "0.0.0.0");
    }

    [TestMethod]
    public void The_helper_connects_and_the_board_has_an_address()
    {
        int changes = 0;
        NetworkChange.NetworkAddressChanged += (_, _) => changes++;
        Assert.IsTrue(WifiNetworkHelper.ConnectDhcp("home", "correct horse"), "the network was not joined");
        Assert.AreEqual(NetworkHelperStatus.NetworkIsReady, WifiNetworkHelper.Status);
        Assert.AreEqual("192.168.1.50", NetworkInterface.GetAllNetworkInterfaces()[0].IPv4Address);
        Assert.AreEqual(1, changes);
    }

    [TestMethod]
    public void The_helper_gives_up_when_its_token_ends()
    {
        using var ended = new CancellationTokenSource();
        ended.Cancel();
        Assert.IsFalse(
            WifiNetworkHelper.ConnectDhcp("away", "correct horse", token: ended.Token), "a network that is not there was joined");
        Assert.AreEqual(NetworkHelperStatus.TokenExpiredWaitingIPAddress, WifiNetworkHelper.Status);
    }

    [TestMethod]
    public void A_fixed_address_is_taken_at_once()
    {
        Assert.IsTrue(
            WifiNetworkHelper.ConnectFixAddress(
                "home", "correct horse", new IPConfiguration("10.0.0.7", "255.0.0.0", "10.0.0.1")),
            "the network was not joined with a fixed address");
        NetworkInterface wifi = NetworkInterface.GetAllNetworkInterfaces()[0];
        Assert.AreEqual("10.0.0.7", wifi.IPv4Address);
        Assert.IsFalse(wifi.IsDhcpEnabled, "a fixed address counts as one from DHCP");
    }

    [TestMethod]
    public void A_network_kept_automatically_is_joined_again_after_a_reboot()
    {
        WifiAdapter.FindAllAdapters()[0].Connect("home", WifiReconnectionKind.Automatic, "correct horse");
        Boot();
        Assert.IsNull(_radio.ConnectedSsid);
        _radio.ConnectAtStart();
        Assert.AreEqual("home", _radio.ConnectedSsid);
        Assert.AreEqual("home", Wireless80211Configuration.GetAllWireless80211Configurations()[0].Ssid);
    }

    [TestMethod]
    public void A_scan_reports_what_is_in_range()
    {
        using var heard = new ManualResetEventSlim();
        using WifiAdapter adapter = WifiAdapter.FindAllAdapters()[0];
        WifiAvailableNetwork[] networks = null;
        adapter.AvailableNetworksChanged += (sender, _) =>
        {
            networks = sender.NetworkReport.AvailableNetworks;
            heard.Set();
        };
        adapter.ScanAsync();
        Assert.IsTrue(heard.Wait(TimeSpan.FromSeconds(10)), "the scan never ended");
        Assert.AreEqual("home", networks.Single().Ssid);
        Assert.AreEqual(2, networks.Single().SignalBars);
    }

    [TestMethod]
    public void A_network_that_goes_takes_the_address_with_it()
    {
        WifiNetworkHelper.ConnectDhcp("home", "correct horse");
        _radio.Disconnect();
        Assert.AreEqual("0.0.0.0", NetworkInterface.GetAllNetworkInterfaces()[0].IPv4Address);
    }
}

using System.Net.NetworkInformation;
using NanoFirmware.Drive;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Network;

/// <content>The first start's configuration, which is written a few times at most.</content>
internal sealed partial class Hotspot
{
    private const string NamePrefix = "nanoFirmware-";
    private const string Mask = "255.255.255.0";
    private const int MaxClients = 8;

    // A configuration that is not kept is written so often, and no more: flash wears.
    private const int MostConfigurations = 3;

    private static WirelessAPConfiguration Ask()
    {
        NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP);
        if (radio == null)
        {
            return null;
        }

        using (StripRest.Begin())
        {
            return WirelessAPConfiguration.GetAllWirelessAPConfigurations()[(int)radio.SpecificConfigId];
        }
    }

    // Two bytes of the radio's own address tell two devices at one party apart.
    private static string FirstName(byte[] mac) => NamePrefix + mac[4].ToString("X2") + mac[5].ToString("X2");

    private void ConfigureFirst(NetworkInterface radio, WirelessAPConfiguration configuration)
    {
        if (_configurations == MostConfigurations)
        {
            return;
        }

        _configurations++;
        using (StripRest.Begin())
        {
            radio.EnableStaticIPv4(Board.HotspotAddress, Mask, Board.HotspotAddress);
        }

        configuration.Ssid = FirstName(_mac);
        configuration.Password = DefaultPassword;
        configuration.Authentication = AuthenticationType.WPA2;
        configuration.Encryption = EncryptionType.WPA2;
        configuration.Radio = RadioType._802_11n;
        configuration.MaxConnections = MaxClients;
        configuration.Options = WirelessAPConfiguration.ConfigurationOptions.AutoStart;
        Save(configuration);

        // Only what can be read back is worth a restart: else the board would restart for ever.
        if ((Ask().Options & WirelessAPConfiguration.ConfigurationOptions.Enable) == 0)
        {
            _saved = null;
            Fail("the hotspot's configuration was not kept");
            return;
        }

        _state = "restarting";
        Power.RebootDevice();
    }
}

using System.Net.NetworkInformation;
using NanoFirmware.Drive;

namespace NanoFirmware.Network;

/// <summary>The board's interfaces by kind.</summary>
internal static class NetworkInterfaces
{
    /// <summary>
    /// The first interface of that kind, with its addresses of this moment; null when the board has none. It reads flash: nobody
    /// asks on a request's path.
    /// </summary>
    public static NetworkInterface Find(NetworkInterfaceType type)
    {
        NetworkInterface[] all = All();
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].NetworkInterfaceType == type)
            {
                return all[i];
            }
        }

        return null;
    }

    private static NetworkInterface[] All()
    {
        using (StripRest.Begin())
        {
            return NetworkInterface.GetAllNetworkInterfaces();
        }
    }
}

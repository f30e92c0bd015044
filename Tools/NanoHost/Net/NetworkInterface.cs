namespace NanoHost.Net.NetworkInformation;
public static class NetworkInterface { }
public enum NetworkInterfaceType { Unknown = 1 }

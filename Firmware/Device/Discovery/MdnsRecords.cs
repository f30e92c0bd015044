using System;

namespace NanoFirmware.Discovery;

/// <summary>
/// What the device is called in a network (RFC 6762, 6763): its name, the services that it offers, and their records, ready for
/// the wire.
/// </summary>
internal sealed class MdnsRecords
{
    /// <summary>How many records there are; each is known by its number.</summary>
    public const int Count = 9;

    public const int Address = 0;
    public const int TypeA = 1;
    public const int TypePointer = 12;
    public const int TypeText = 16;
    public const int TypeService = 33;

    private const int Host = 0;
    private const int Http = 1;
    private const int Wled = 2;
    private const int HttpInstance = 3;
    private const int WledInstance = 4;
    private const int Services = 5;
    private const string Local = "local";
    private const int WebPort = 80;

    // No static tables, which would take their room also on a device that is not to be found.
    private readonly byte[] _types =
    {
        TypeA, TypePointer, TypePointer, TypeService, TypeText, TypeService, TypeText, TypePointer, TypePointer,
    };

    private readonly byte[] _owners =
    {
        Host, Http, Wled, HttpInstance, HttpInstance, WledInstance, WledInstance, Services, Services,
    };

    // Which records whoever asks for one will ask for next, a bit each: of a service all that belongs to it.
    private readonly int[] _implied = { 0, 0x19, 0x61, 0x01, 0, 0x01, 0, 0, 0 };

    private readonly byte[][] _names;
    private readonly byte[][] _data = new byte[Count][];

    /// <param name="name">
    /// The hotspot's name: as it stands it names the services, in small letters, digits and hyphens the host.
    /// </param>
    /// <param name="mac">The radio's own address, by which WLED's clients know a device again.</param>
    public MdnsRecords(string name, byte[] mac)
    {
        byte[] instance = TextCode.Utf8.GetBytes(name);
        _names = new[]
        {
            Name(HostLabel(instance), Local),
            Name(null, "_http._tcp.local"),
            Name(null, "_wled._tcp.local"),
            Name(instance, "_http._tcp.local"),
            Name(instance, "_wled._tcp.local"),
            Name(null, "_services._dns-sd._udp.local"),
        };
        _data[1] = _names[HttpInstance];
        _data[2] = _names[WledInstance];
        _data[3] = ServiceOf(_names[Host]);
        _data[4] = new byte[1];
        _data[5] = _data[3];
        _data[6] = TextOf("mac=" + Hex(mac));
        _data[7] = _names[Http];
        _data[8] = _names[Wled];
    }

    /// <summary>What to type to reach the device of that name: "nanofirmware-00a1.local".</summary>
    public static string HostOf(string name)
    {
        byte[] label = HostLabel(TextCode.Utf8.GetBytes(name));
        return TextCode.Utf8.GetString(label, 0, label.Length) + "." + Local;
    }

    /// <summary>The name that a record belongs to, as it is on the wire.</summary>
    public byte[] OwnerOf(int record) => _names[_owners[record]];

    /// <summary>Its type.</summary>
    public int TypeOf(int record) => _types[record];

    /// <summary>What it says; null for the address, which depends on who asks.</summary>
    public byte[] DataOf(int record) => _data[record];

    /// <summary>Records that answer a question for this one better, a bit each.</summary>
    public int ImpliedBy(int record) => _implied[record];

    // A host's name has letters, digits and hyphens alone.
    private static byte[] HostLabel(byte[] name)
    {
        var label = new byte[name.Length];
        for (int i = 0; i < name.Length; i++)
        {
            byte letter = name[i];
            bool isCapital = letter >= 'A' && letter <= 'Z';
            bool isAllowed = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            label[i] = isCapital ? (byte)(letter + 32) : letter;
            label[i] = isCapital || isAllowed ? label[i] : (byte)'-';
        }

        return label;
    }

    // Labels with their lengths before them, where the text has its dots, and an empty one at the end.
    private static byte[] Name(byte[] first, string rest)
    {
        byte[] letters = TextCode.Utf8.GetBytes(rest);
        int firstBytes = first == null ? 0 : 1 + first.Length;
        var name = new byte[firstBytes + letters.Length + 2];
        if (first != null)
        {
            name[0] = (byte)first.Length;
            Array.Copy(first, 0, name, 1, first.Length);
        }

        int lengthAt = firstBytes;
        for (int i = 0; i < letters.Length; i++)
        {
            if (letters[i] == '.')
            {
                lengthAt = firstBytes + 1 + i;
            }
            else
            {
                name[firstBytes + 1 + i] = letters[i];
                name[lengthAt]++;
            }
        }

        return name;
    }

    // Priority and weight are of no use to one server.
    private static byte[] ServiceOf(byte[] host)
    {
        var data = new byte[6 + host.Length];
        data[5] = WebPort;
        Array.Copy(host, 0, data, 6, host.Length);
        return data;
    }

    private static byte[] TextOf(string text)
    {
        byte[] letters = TextCode.Utf8.GetBytes(text);
        var data = new byte[1 + letters.Length];
        data[0] = (byte)letters.Length;
        Array.Copy(letters, 0, data, 1, letters.Length);
        return data;
    }

    private static string Hex(byte[] bytes)
    {
        string text = string.Empty;
        for (int i = 0; i < bytes.Length; i++)
        {
            text += bytes[i].ToString("x2");
        }

        return text;
    }
}

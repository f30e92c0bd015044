using System;
using System.IO;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Drive;
using NanoFirmware.Rendering;

namespace NanoFirmware.Storage;

/// <summary>
/// The channels' maps over restarts, each in a file of its own in two generations; and one that file deployment may bring for
/// A.
/// </summary>
internal static class MapStore
{
    /// <summary>What nanoff's file deployment may bring: taken once.</summary>
    private const string GivenName = "I:\\ledmap.json";

    private const string FileName = "I:\\map-";

    // Form, nothing, width and height; then two bytes a place, the high one first.
    private const byte Form = 1;
    private const int Channels = 2;
    private const int HeadBytes = 6;
    private const int CapacityBytes = HeadBytes + (LedMap.MostPlaces * 2);

    /// <summary>Brings the kept maps back, before the settings that may ask for them.</summary>
    /// <param name="layouts">The channels'.</param>
    /// <param name="settings">Told of what is lost.</param>
    public static void Load(ChannelLayout[] layouts, SettingsKeeper settings)
    {
        for (int i = 0; i < layouts.Length; i++)
        {
            try
            {
                layouts[i].Map = Load(i, settings);
            }
            catch (Exception fault)
            {
                settings.Fail(fault.Message);
            }
        }
    }

    /// <summary>Keeps a channel's map; ask first whether it is another one: flash wears.</summary>
    /// <exception cref="IOException">The drive does not take it; the one of before is still there.</exception>
    public static void Keep(int index, LedMap map)
    {
        var file = new SafeFile(FileName + index.ToString(), HeadBytes + (map.Leds.Length * 2));
        file.Load();
        byte[] bytes = file.Bytes;
        bytes[SafeFile.HeadBytes] = Form;
        Put(bytes, SafeFile.HeadBytes + 2, map.Width);
        Put(bytes, SafeFile.HeadBytes + 4, map.Height);
        int at = SafeFile.HeadBytes + HeadBytes;
        for (int i = 0; i < map.Leds.Length; i++, at += 2)
        {
            Put(bytes, at, map.Leds[i]);
        }

        file.Keep(at - SafeFile.HeadBytes);
    }

    /// <summary>Hangs A's strip by a map that was deployed as a file; one that is wrong is set aside.</summary>
    public static void TakeGiven(ChannelLayout[] layouts, SettingsKeeper settings)
    {
        if (!SafeFile.IsThere(GivenName))
        {
            return;
        }

        var change = new LayoutChange(layouts[0]);
        string problem = ReadGiven(out change.Map) ?? change.WantMap();
        if (problem != null)
        {
            settings.Fail("ledmap.json was not taken: " + problem);
            SafeFile.MoveAside(GivenName);
            return;
        }

        change.Prepare();
        Keep(0, change.Map);
        change.Store();

        // Only once all of it is kept is the file needed no more.
        settings.Flush();
        SafeFile.Delete(GivenName);
    }

    /// <summary>No map is kept any more.</summary>
    public static void Reset()
    {
        SafeFile.Delete(GivenName);
        for (int i = 0; i < Channels; i++)
        {
            new SafeFile(FileName + i.ToString(), CapacityBytes).Delete();
        }
    }

    private static LedMap Load(int index, SettingsKeeper settings)
    {
        if (!SafeFile.Exists(FileName + index.ToString()))
        {
            return null;
        }

        var file = new SafeFile(FileName + index.ToString(), CapacityBytes);
        int length = file.Load();
        if (file.SetAside > 0)
        {
            settings.Fail("a damaged file of a map was set aside as .bad");
        }

        if (length < 0)
        {
            return null;
        }

        LedMap map = Read(file.Bytes, length);
        if (map == null)
        {
            file.SetAsideAll();
            settings.Fail("a file of a map in another form was set aside as .bad");
        }

        return map;
    }

    private static LedMap Read(byte[] bytes, int length)
    {
        int at = SafeFile.HeadBytes;
        int width = Get(bytes, at + 2);
        int height = Get(bytes, at + 4);
        if (length < HeadBytes || bytes[at] != Form || length != HeadBytes + (width * height * 2))
        {
            return null;
        }

        var leds = new short[width * height];
        at += HeadBytes;
        for (int i = 0; i < leds.Length; i++, at += 2)
        {
            leds[i] = (short)Get(bytes, at);
        }

        return new LedMap(leds, width, height);
    }

    private static string ReadGiven(out LedMap map)
    {
        map = null;
        byte[] bytes;
        int count;
        using (StripRest.Begin())
        using (var file = new FileStream(GivenName, FileMode.Open, FileAccess.Read))
        {
            if (file.Length > MapDocument.MostBytes)
            {
                return "it has more than " + MapDocument.MostBytes.ToString() + " bytes";
            }

            bytes = new byte[(int)file.Length];
            count = file.Read(bytes, 0, bytes.Length);
        }

        return count == bytes.Length ? MapDocument.Read(bytes, count, out map) : "it cannot be read to its end";
    }

    private static void Put(byte[] bytes, int at, int value)
    {
        bytes[at] = (byte)(value >> 8);
        bytes[at + 1] = (byte)value;
    }

    private static int Get(byte[] bytes, int at) => (bytes[at] << 8) | bytes[at + 1];
}

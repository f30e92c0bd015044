using System.Runtime.CompilerServices;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost;

namespace NanoFirmware.HostTests.Hardware;

[TestClass]
public class ApiListTests
{
    // Types of these assemblies that no firmware of ours uses, or that desktop .NET has.
    private static readonly string[] LeftOut =
    {
        "System.Environment",
        "System.Device.Gpio.GpioPulse",
        "nanoFramework.Hardware.Esp32.Touch."
    };

    [TestMethod]
    [DataRow("nanoFramework.Hardware.Esp32.Rmt", 18)]
    [DataRow("nanoFramework.Hardware.Esp32", 14)]
    [DataRow("nanoFramework.Runtime.Native", 9)]
    [DataRow("System.Device.I2s", 6)]
    [DataRow("System.Device.Gpio", 11)]
    [DataRow("System.IO.Ports", 8)]
    public void The_API_is_the_devices_to_the_letter(string assembly, int types)
    {
        ILookup<string, string> listed = Listed(assembly);
        string[] wanted = listed.Select(type => type.Key).Where(name => !LeftOut.Any(name.StartsWith)).ToArray();
        Assert.AreEqual(types, wanted.Length, string.Join('\n', wanted));
        List<string> differences = new();
        foreach (string name in wanted)
        {
            Type type = typeof(SimulatedBoard).Assembly.GetType(name.Replace('/', '+'));
            if (type == null)
            {
                differences.Add("missing: " + name);
                continue;
            }

            string[] declared = DeclaredApi.Members(type).Append(DeclaredApi.Head(type)).ToArray();
            differences.AddRange(listed[name].Except(declared).Select(line => "missing: " + line));
            differences.AddRange(declared.Except(listed[name]).Select(line => "too much: " + line));
        }

        Assert.AreEqual(string.Empty, string.Join('\n', differences));
    }

    [TestMethod]
    public void Of_MQTT_there_is_what_the_device_has_and_nothing_else()
    {
        string[] declared =
        [
            .. typeof(SimulatedBoard).Assembly.GetTypes()
                .Where(type => type.FullName!.StartsWith("nanoFramework.M2Mqtt.", StringComparison.Ordinal) && type.IsVisible)
                .SelectMany(DeclaredApi.Members).Select(Plain),
        ];
        string[] listed =
        [
            .. Listed("nanoFramework.M2Mqtt").Concat(Listed("nanoFramework.M2Mqtt.Core")).SelectMany(type => type).Select(Plain),
        ];

        Assert.IsTrue(declared.Length > 50, $"{declared.Length} members were looked at");
        Assert.AreEqual(string.Empty, string.Join('\n', declared.Except(listed)), "too much");

        // An interface's members are abstract in the lists, and virtual besides where they are looked at.
        static string Plain(string member) =>
            member.Replace("abstract ", "", StringComparison.Ordinal).Replace("virtual ", "", StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_span_is_the_devices_to_the_letter()
    {
        string[] declared = DeclaredApi.Members(typeof(SpanByte)).Append(DeclaredApi.Head(typeof(SpanByte))).ToArray();
        CollectionAssert.AreEquivalent(Listed("mscorlib")["System.SpanByte"].ToArray(), declared);
    }

    /// <summary>The lines of a list by type; of a class's line no more than its base.</summary>
    private static ILookup<string, string> Listed(string assembly, [CallerFilePath] string here = "")
    {
        string lists = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "ApiGate", "Lists");
        return File.ReadLines(Path.Combine(lists, assembly + ".txt"))
            .Where(line => line.Length > 0 && line[0] is 'T' or 'M' or 'F')
            .Select(line => line[0] == 'T' ? line.Split(',')[0] : line)
            .ToLookup(TypeOf);
    }

    private static string TypeOf(string line)
    {
        if (line[0] == 'T')
        {
            return line.Split(" : ")[0].Split(' ')[^1];
        }

        return line[..line.IndexOf("::", StringComparison.Ordinal)].Split(' ')[^1];
    }
}

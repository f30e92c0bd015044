using System.CommandLine;
using System.Text.Json;

namespace NanoFirmware.Bench.Packets;

/// <summary>`packets`: recorded datagrams and streams of real programs, read by the firmware's own parsers.</summary>
internal sealed class PacketsCommand : Command
{
    private readonly Argument<DirectoryInfo> _folder = new("DIR")
    {
        Description = "A folder of recordings with its expected.json.",
    };

    internal PacketsCommand()
        : base("packets", "Read recorded datagrams with the firmware's parsers and compare what they say.")
    {
        Arguments.Add(_folder);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        DirectoryInfo folder = arguments.GetRequiredValue(_folder);
        string list = Path.Combine(folder.FullName, "expected.json");
        if (!File.Exists(list))
        {
            Console.Error.WriteLine(
                $"'{list}' is not there: a folder of recordings has an expected.json that says what each file holds.");
            return 1;
        }

        var recordings = PacketRecordings.Read(list);
        foreach (PacketVerdict verdict in recordings.Where(verdict => verdict.Differences.Count > 0))
        {
            Console.WriteLine($"{verdict.File}: {string.Join("; ", verdict.Differences)}");
        }

        foreach (IGrouping<string, PacketVerdict> group in recordings.GroupBy(verdict => verdict.Group))
        {
            Console.WriteLine($"{group.Key,-10} {group.Count(verdict => verdict.Differences.Count == 0)} of {group.Count()}");
        }

        int right = recordings.Count(verdict => verdict.Differences.Count == 0);
        Console.WriteLine($"{right} of {recordings.Count}");
        return right == recordings.Count ? 0 : 1;
    }
}

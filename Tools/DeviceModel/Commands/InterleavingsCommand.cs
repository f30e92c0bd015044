using System.CommandLine;
using NanoFirmware.DeviceModel.Interleaving;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>Every interleaving, and the planted bugs.</summary>
internal sealed class InterleavingsCommand : Command
{
    internal InterleavingsCommand()
        : base(
            "interleavings",
            "Runs the exchange, the live frame and the wire guard in every interleaving of their instructions, and again with a "
                + "bug planted.")
        => SetAction(_ => Run());

    private static int Run()
    {
        InterleavingResult[] sound =
        [
            Interleavings.Exchange(2, 1),
            Interleavings.Exchange(4, 2),
            Interleavings.LiveFrame(4, 2),
            Interleavings.WireGuard(20, 20),
        ];
        InterleavingResult[] planted =
        [
            Interleavings.Exchange(4, 1, withoutCheck: true),
            Interleavings.LiveFrame(4, 1, withoutCheck: true),
            Interleavings.WireGuard(20, 20, withoutGuard: true),
        ];
        foreach (InterleavingResult result in sound)
        {
            Console.WriteLine(result);
        }

        Console.WriteLine("with a bug planted:");
        foreach (InterleavingResult result in planted)
        {
            Console.WriteLine(result);
        }

        return sound.All(r => r.Violation == null) && planted.All(r => r.Violation != null) ? 0 : 1;
    }
}

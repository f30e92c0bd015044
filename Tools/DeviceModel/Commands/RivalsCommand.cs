using System.CommandLine;
using System.Globalization;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>The usual ways beside ours.</summary>
internal sealed class RivalsCommand : Command
{
    private readonly Option<double> _k = ModelOptions.K();

    internal RivalsCommand()
        : base("rivals", "Frame rates of the usual nanoFramework ways on two strips of 180, and ours beside them; modelled.")
    {
        Add(_k);
        SetAction(line => Run(line.GetValue(_k)));
    }

    private static int Run(double k)
    {
        foreach (RivalReport r in Rivals.Run(k: k))
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture, $"{r.Name,-40} {r.Fps,6:0.0} fps on both strips, {r.TornFrames} torn"));
        }

        return 0;
    }
}

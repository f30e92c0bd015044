using System.CommandLine;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>The command line of the device model.</summary>
internal sealed class DeviceModelCommand : RootCommand
{
    internal DeviceModelCommand()
        : base("A board's timing on any machine: the firmware's own IL in virtual time, with the interpreter's costs and scheduler.")
    {
        Add(new CostCommand());
    }
}

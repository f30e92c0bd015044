using System.CommandLine;
using NanoFirmware.ApiGate;

return new GateCommand(Console.Out, Console.Error).Run(args);

using System.CommandLine;
using NanoFirmware.Bench.Audio;
using NanoFirmware.Bench.Patterns;

var root = new RootCommand("Measures the firmware on a PC.")
{
    new AudioCommand(),
    new PatternsCommand(),
};
return root.Parse(args).Invoke();

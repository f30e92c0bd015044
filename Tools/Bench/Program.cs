using System.CommandLine;
using NanoFirmware.Bench.Audio;

var root = new RootCommand("Measures the firmware on a PC.")
{
    new AudioCommand(),
};
return root.Parse(args).Invoke();

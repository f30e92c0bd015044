using System.CommandLine;
using NanoFirmware.Bench.Audio;
using NanoFirmware.Bench.Audio.Training;
using NanoFirmware.Bench.Load;
using NanoFirmware.Bench.Patterns;

var root = new RootCommand("Measures the firmware on a PC.")
{
    new AudioCommand(),
    new PatternsCommand(),
    new LoadCommand(),
    new TrainCommand(),
};
return await root.Parse(args).InvokeAsync();

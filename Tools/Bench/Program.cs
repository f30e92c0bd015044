using System.CommandLine;
using NanoFirmware.Bench.Audio;
using NanoFirmware.Bench.Audio.Listen;
using NanoFirmware.Bench.Audio.Rooms;
using NanoFirmware.Bench.Audio.Training;
using NanoFirmware.Bench.Fits;
using NanoFirmware.Bench.Jam;
using NanoFirmware.Bench.Load;
using NanoFirmware.Bench.Networked;
using NanoFirmware.Bench.Packets;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.Bench.Walks;

var root = new RootCommand("Measures the firmware on a PC.")
{
    new AudioCommand(),
    new ListenCommand(),
    new RoomsCommand(),
    new PatternsCommand(),
    new LoadCommand(),
    new JamCommand(),
    new FitsCommand(),
    new TrainCommand(),
    new FlashesCommand(),
    new WalkCommand(),
    new PacketsCommand(),
    new NetworkedCommand(),
    new SimulatorCommand(),
};
return await root.Parse(args).InvokeAsync();

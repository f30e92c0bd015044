using NanoFirmware.Flash;

return new FlashCommand(Console.Out, Console.Error, new Machine()).Run(args);

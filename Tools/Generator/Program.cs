using NanoFirmware.Generator;

if (args.Length > 0)
{
    return args[0] == "pattern" ? PatternCommand.Run(args) : SpriteCommand.Run(args);
}

GeneratedSources.Write(Repository.Root());
return 0;

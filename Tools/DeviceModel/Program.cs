using System.CommandLine;
using NanoFirmware.DeviceModel.Commands;

return new DeviceModelCommand().Parse(args).Invoke();

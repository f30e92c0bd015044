using System.CommandLine;
using NanoFirmware.DeviceModel.Commands;
using NanoFirmware.DeviceModel.Costs;

CostTable.ChargesWholeFrames = !args.Contains("--shapes");
return new DeviceModelCommand().Parse([.. args.Where(argument => argument != "--shapes")]).Invoke();

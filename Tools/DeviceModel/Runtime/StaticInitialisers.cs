using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>
/// The device runs every static initialiser before Main, in the order of full names. Left to the desktop they would run when
/// first needed, and a turn that ends inside one would leave its lock to a thread that cannot go on.
/// </summary>
internal static class StaticInitialisers
{
    /// <summary>Runs those of every assembly of the firmware in this context, each after those that it leans on.</summary>
    internal static void RunAll()
    {
        AssemblyLoadContext here = AssemblyLoadContext.GetLoadContext(typeof(StaticInitialisers).Assembly)!;
        foreach (string name in FirmwareAssemblies.Names)
        {
            Run(here.LoadFromAssemblyName(new AssemblyName(name)));
        }
    }

    private static void Run(Assembly firmware)
    {
        foreach (Type type in firmware.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (type.TypeInitializer != null)
            {
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            }
        }
    }
}

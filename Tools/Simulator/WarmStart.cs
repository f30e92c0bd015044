using System.Reflection;
using System.Runtime.CompilerServices;
using NanoFirmware.Rendering;
using NanoFirmware.Web;
using NanoHost;

namespace NanoFirmware.Simulator;

/// <summary>
/// Compiles the firmware and the board before they run. The chip starts with its code ready; here the first frames would wait for
/// the just-in-time compiler, long enough for the microphone's queue to overflow.
/// </summary>
internal static class WarmStart
{
    private const BindingFlags Everything =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>The assemblies whose threads draw, hear and answer.</summary>
    internal static readonly Assembly[] Firmware =
    [
        typeof(Board).Assembly, typeof(Pattern).Assembly, typeof(Channel).Assembly, typeof(Device).Assembly,
        typeof(SocketServer).Assembly, typeof(NanoFirmware.Program).Assembly,
    ];

    /// <summary>Compiles every method of the firmware and the board that can be; about 0.2 s.</summary>
    internal static void Prepare()
    {
        foreach (Type type in Firmware.Append(typeof(SimulatedBoard).Assembly).SelectMany(assembly => assembly.GetTypes()))
        {
            if (!type.ContainsGenericParameters)
            {
                PrepareMethods(type.GetMethods(Everything));
                PrepareMethods(type.GetConstructors(Everything));
            }
        }
    }

    private static void PrepareMethods(MethodBase[] methods)
    {
        foreach (MethodBase method in methods)
        {
            if (!method.IsAbstract && !method.ContainsGenericParameters && method.GetMethodBody() is not null)
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
        }
    }
}

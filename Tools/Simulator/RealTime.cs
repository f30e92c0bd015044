using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NanoFirmware.Simulator;

/// <summary>
/// What a PC needs to keep a board's time. Compiles code before it is needed. The board's interpreter has no compiler; on a PC its first run of a method would
/// hold up the frames of the first second. And asks for precedence over the PC's other work.
/// </summary>
internal static class RealTime
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Asks for high priority, which Linux grants to root alone; without it everything works, less punctually on a busy PC.</summary>
    internal static void AskForPriority()
    {
        try
        {
            using var process = Process.GetCurrentProcess();
            process.PriorityClass = ProcessPriorityClass.High;
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            // Refused, and nothing to be done about it.
        }
    }

    /// <summary>Compiles every method of <paramref name="assemblies"/> that has a body of its own.</summary>
    internal static void Compile(params Assembly[] assemblies)
    {
        foreach (Type type in assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.ContainsGenericParameters))
        {
            foreach (MethodBase method in type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)))
            {
                if (method.GetMethodBody() is not null && !method.ContainsGenericParameters)
                {
                    RuntimeHelpers.PrepareMethod(method.MethodHandle);
                }
            }
        }
    }
}

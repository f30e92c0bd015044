using System.Reflection;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>Measures single methods of woven assemblies: no threads, no hardware, just what the interpreter would take.</summary>
public static class MethodMeter
{
    /// <summary>
    /// Measures <paramref name="method"/> of <paramref name="type"/>, called <paramref name="calls"/> times on one object.
    /// </summary>
    /// <param name="type">Full name of a type of the firmware, of Subjects, or of <paramref name="assemblyPath"/>.</param>
    /// <param name="method">Its method; an overload is chosen by the number of arguments.</param>
    /// <param name="arguments">One text per parameter, see <see cref="ArgumentText"/>; none: all are made up.</param>
    /// <param name="constructor">The same for the constructor.</param>
    /// <param name="calls">Calls to measure, after one that is not (static constructors run there).</param>
    /// <param name="assemblyPath">Another assembly to weave.</param>
    public static Measurement Measure(
        string type, string method, string[]? arguments = null, string[]? constructor = null, int calls = 60,
        string? assemblyPath = null)
    {
        var context = new WovenContext(assemblyPath);
        bool isSubject = type.StartsWith("NanoFirmware.Subjects", StringComparison.Ordinal);
        string assembly = Path.GetFileNameWithoutExtension(assemblyPath)
            ?? (isSubject ? "Subjects" : FirmwareAssemblies.Of(type));
        double[] figures = (double[])context.Call(
            typeof(MethodMeter), nameof(Inside), assembly, type, method, arguments, constructor, calls)!;
        return new Measurement(calls, figures[0], figures[1], figures[2]);
    }

    /// <summary>Prepares this context for measuring.</summary>
    internal static void Prepare(string? table = null)
    {
        CostTable costs = string.IsNullOrEmpty(table) ? CostTable.Load() : CostTable.Load(table);
        Heap.Costs = costs.Constants;
        ArrayMoves.PerBytePs = costs.Constants.CopyPerByteNs * 1000;
        Scheduler.Current = new Scheduler(Timing.Chip(), new VirtualClock(), new Timeline());
        Meter.Restart();
    }

    /// <summary>Mean and worst reference µs and bytes of <paramref name="call"/>.</summary>
    internal static double[] Figures(Action call, int calls)
    {
        long total = 0;
        long worst = 0;
        long bytes = Heap.AllocatedBytes;
        for (int i = 0; i < calls; i++)
        {
            long before = Meter.Total;
            call();
            long spent = Meter.Total - before;
            total += spent;
            worst = Math.Max(worst, spent);
        }

        return [total / 1e6 / calls, worst / 1e6, (Heap.AllocatedBytes - bytes) / (double)calls];
    }

    internal static double[] Inside(
        string assembly, string typeName, string methodName, string[]? arguments, string[]? constructor, int calls)
    {
        Prepare();
        Assembly woven = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(typeof(MethodMeter).Assembly)!
            .LoadFromAssemblyName(new AssemblyName(assembly));
        Type type = woven.GetType(typeName, throwOnError: true)!;
        MethodInfo method = type.GetMethods(
            BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(m => m.Name == methodName && (arguments == null || m.GetParameters().Length == arguments.Length))
            ?? throw new ArgumentException($"{typeName} has no method {methodName} with such arguments.");
        object? instance = method.IsStatic ? null : ArgumentText.Construct(type, constructor);
        object?[] values = ArgumentText.Values(method, arguments);
        Action call = Caller(method, instance, values);
        call();
        return Figures(call, calls);
    }

    private static Action Caller(MethodInfo method, object? instance, object?[] values) =>
        values.Length == 0 && method.ReturnType == typeof(void)
            ? method.CreateDelegate<Action>(instance)
            : () => method.Invoke(instance, values);
}

using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Weaving;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>Holds the model against what was measured on the genuine interpreter.</summary>
public static class Validation
{
    private const int Repetitions = 100;

    /// <summary>platform.md's bodies, measured in reference µs.</summary>
    private static readonly (string Method, double Us)[] Bodies =
    [
        ("PaletteLookUp", 17.6), ("Scale", 26.9), ("Scroll", 0.17), ("Bars", 2.1), ("Decode", 14.1),
        ("Goertzel", 2.7), ("TwoGoertzels", 4.0), ("Fft", 90), ("EncodeBitByBit", 853),
    ];

    /// <summary>The loops of platform.md.</summary>
    public static ValidationRow[] ForBodies(string? costs = null) => Run("Subjects", null, costs,
        [.. Bodies.Select(b => new Row(b.Method, "NanoFirmware.Subjects.Bodies", b.Method, 0, b.Us * 1000))]);

    /// <summary>The rows of nanoclr-cost.csv.</summary>
    public static ValidationRow[] ForRows(string? costs = null)
    {
        using Stream stream = typeof(Validation).Assembly.GetManifestResourceStream(
            "NanoFirmware.DeviceModel.Costs.nanoclr-cost.csv")!;
        using var reader = new StreamReader(stream);
        string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // Starting a thread and waiting for it is the PC's scheduler, not the interpreter.
        return Run(
            "Subjects", null, costs, [.. lines.Where(l => !l.StartsWith('#') && !l.StartsWith("name,", StringComparison.Ordinal))
            .Select(l => (Name: l[..l.IndexOf(',', StringComparison.Ordinal)], Ns: Number(l[(l.LastIndexOf(',') + 1)..])))
            .Where(r => r.Name != "thread_start_join")
            .Select(r => new Row(r.Name, "NanoFirmware.Subjects.CostRows", Pascal(r.Name), 1, r.Ns))]);
    }

    /// <summary>
    /// Further measurements: a file of name, type, method, operations a turn, ns; each method takes the number of turns.
    /// Without a type, CostRows.Empty is not taken off.
    /// </summary>
    public static ValidationRow[] ForFile(string rows, string assembly, string? costs = null) =>
        Run(Path.GetFileNameWithoutExtension(assembly), assembly, costs,
        [
            .. File.ReadAllLines(rows).Select(l => l.Split(',')).Select(
                p => new Row(p[0], p[1], p[2], (int)Number(p[3]), Number(p[4]))),
        ]);

    internal static double[] Inside(string assembly, string? costs, string[] types, string[] methods, int[] operations)
    {
        MethodMeter.Prepare(costs);
        Assembly woven = AssemblyLoadContext.GetLoadContext(
            typeof(Validation).Assembly)!.LoadFromAssemblyName(new AssemblyName(assembly));
        return [.. types.Select((type, i) => Nanoseconds(woven.GetType(type, true)!, methods[i], operations[i]))];
    }

    private static ValidationRow[] Run(string assembly, string? path, string? costs, Row[] rows)
    {
        var context = new WovenContext(path, costs == null ? null : CostTable.Load(costs));
        double[] modelled = (double[])context.Call(typeof(Validation), nameof(Inside), assembly, costs,
            rows.Select(r => r.Type).ToArray(), rows.Select(r => r.Method).ToArray(), rows.Select(r => r.Operations).ToArray())!;
        return [.. rows.Select((r, i) => new ValidationRow(r.Name, r.Ns, modelled[i]))];
    }

    private static double Nanoseconds(Type type, string name, int operations)
    {
        MethodInfo method = type.GetMethod(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        if (operations == 0)
        {
            return Spent(method.CreateDelegate<Action>()) / 1000.0;
        }

        Action<int> loop = method.CreateDelegate<Action<int>>();
        MethodInfo? empty = type.GetMethod("Empty");
        double alone = empty == null ? 0 : Spent(() => empty.CreateDelegate<Action<int>>()(Repetitions));
        return (Spent(() => loop(Repetitions)) - alone) / 1000.0 / Repetitions / operations;
    }

    private static long Spent(Action action)
    {
        action();
        long before = Meter.Total;
        action();
        return Meter.Total - before;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    private sealed record Row(string Name, string Type, string Method, int Operations, double Ns);
}

/// <summary>One comparison, reference ns.</summary>
public sealed record ValidationRow(string Name, double MeasuredNs, double ModelledNs)
{
    /// <summary>Modelled over measured, less one.</summary>
    public double Error => (ModelledNs / MeasuredNs) - 1;
}

using System.Text.Json;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.DeviceModel.Costs;

/// <summary>
/// What each IL instruction, call and native method costs on the genuine interpreter, in reference nanoseconds
/// (x86-64 host build); times K it is the chip's time. The figures are data: Costs/costs.json.
/// </summary>
public sealed class CostTable
{
    private readonly CostData _data;
    private readonly Dictionary<Code, int> _instructionPs = [];
    private readonly Dictionary<string, NativeCost> _native;

    private CostTable(CostData data)
    {
        _data = data;
        _native = data.Native.ToDictionary(n => n.Method, StringComparer.Ordinal);
        foreach (InstructionClass c in data.Instructions)
        {
            foreach (string opcode in c.Opcodes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _instructionPs[CodeOf(opcode)] = Picoseconds(c.Ns);
            }
        }
    }

    /// <summary>The table that ships with the model.</summary>
    public static CostTable Load()
    {
        using Stream stream = typeof(CostTable).Assembly.GetManifestResourceStream("NanoFirmware.DeviceModel.Costs.costs.json")!;
        return Parse(stream);
    }

    /// <summary>A table from JSON of the same form.</summary>
    public static CostTable Parse(Stream json) =>
        new(JsonSerializer.Deserialize<CostData>(json, CostData.Format)
            ?? throw new InvalidDataException("The cost table is empty."));

    /// <summary>Fixed figures that belong to no single instruction: allocation, threads, sockets.</summary>
    public CostConstants Constants => _data.Constants;

    /// <summary>Cost of one instruction that calls nothing, in reference picoseconds.</summary>
    public int InstructionPs(Instruction instruction) =>
        _instructionPs.TryGetValue(instruction.OpCode.Code, out int ps) ? ps : Picoseconds(_data.DefaultInstructionNs);

    /// <summary>Cost of calling a method that is itself interpreted, its return included, the loads of its arguments not.</summary>
    public int CallPs(MethodDefinition? callee, MethodReference reference, Code code)
    {
        int arguments = reference.Parameters.Count + (reference.HasThis ? 1 : 0);
        double ns = _data.Calls.BaseNs + (_data.Calls.PerArgumentNs * arguments);
        if (reference.ReturnType.MetadataType != MetadataType.Void)
        {
            ns += _data.Calls.ReturnValueNs;
        }

        if (callee is { HasBody: true })
        {
            ns += callee.Body.Variables.Count * _data.Calls.PerLocalNs;
        }

        if (code == Code.Callvirt && (callee == null || callee.IsVirtual))
        {
            ns += _data.Calls.VirtualNs;
        }

        return Picoseconds(ns);
    }

    /// <summary>Cost of a method that the firmware does not hold itself: by its name and number of arguments, by its name, or the default.</summary>
    public NativeCost Native(MethodReference method)
    {
        string name = method.DeclaringType.FullName + "::" + method.Name;
        if (_native.TryGetValue(name + "/" + method.Parameters.Count, out NativeCost? cost) || _native.TryGetValue(name, out cost)
            || _native.TryGetValue(method.DeclaringType.FullName + "::*", out cost))
        {
            return cost;
        }

        return new NativeCost(name, _data.DefaultNativeNs + (_data.NativePerArgumentNs * method.Parameters.Count));
    }

    internal static int Picoseconds(double ns) => (int)Math.Round(ns * 1000);

    private static Code CodeOf(string opcode) =>
        Enum.Parse<Code>(opcode.Replace('.', '_'), ignoreCase: true);
}

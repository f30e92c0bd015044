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
    private readonly Dictionary<Code, int> _variedPs = [];
    private readonly Dictionary<string, NativeCost> _native;

    // Across load contexts: each modelled device has a copy of this class of its own.
    private const string WholeFramesSwitch = "NanoFirmware.DeviceModel.WholeFrames";

    private CostTable(CostData data, string name)
    {
        Name = name;
        _data = data;
        _native = data.Native.ToDictionary(n => n.Method, StringComparer.Ordinal);
        foreach (InstructionClass c in data.Instructions)
        {
            foreach (string opcode in c.Opcodes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _instructionPs[CodeOf(opcode)] = Picoseconds(c.Ns);
                _variedPs[CodeOf(opcode)] = Picoseconds(c.VariedNs);
            }
        }
    }

    /// <summary>
    /// True charges what whole frames cost beyond the shapes of their instructions, and what refills and PSRAM take: so the
    /// commands do. False charges the shapes alone, as the budgets of old were stated.
    /// </summary>
    public static bool ChargesWholeFrames
    {
        get => AppContext.TryGetSwitch(WholeFramesSwitch, out bool isOn) && isOn;
        set => AppContext.SetSwitch(WholeFramesSwitch, value);
    }

    /// <summary>The table that ships with the model, as <see cref="ChargesWholeFrames"/> says.</summary>
    public static CostTable Load() => Load(ChargesWholeFrames);

    /// <summary>The table that ships with the model, with or without what whole frames cost more.</summary>
    public static CostTable Load(bool wholeFrames)
    {
        using Stream stream = typeof(CostTable).Assembly.GetManifestResourceStream("NanoFirmware.DeviceModel.Costs.costs.json")!;
        CostData data = Read(stream);
        return wholeFrames ? new CostTable(data, "") : new CostTable(data.ShapesAlone(), "shapes");
    }

    /// <summary>A table from a file of the same form.</summary>
    public static CostTable Load(string path)
    {
        using Stream stream = File.OpenRead(path);
        return Parse(stream, path);
    }

    private static CostTable Parse(Stream json, string name) => new(Read(json), name);

    private static CostData Read(Stream json) =>
        JsonSerializer.Deserialize<CostData>(json, CostData.Format) ?? throw new InvalidDataException("The cost table is empty.");

    internal string Name { get; }

    /// <summary>Fixed figures that belong to no single instruction: allocation, threads, sockets.</summary>
    public CostConstants Constants => _data.Constants;

    /// <summary>Cost of one instruction that calls nothing, in reference picoseconds.</summary>
    public int InstructionPs(Instruction instruction)
    {
        int ps = _instructionPs.TryGetValue(instruction.OpCode.Code, out int known)
            ? known
            : Picoseconds(_data.DefaultInstructionNs);

        // A struct is a block on the heap here, and each load of one copies it.
        return CopiesStruct(instruction) ? ps + Picoseconds(Constants.StructCopyNs) : ps;
    }

    /// <summary>
    /// Cost of calling a method that is itself interpreted, its return included, the loads of its arguments not.
    /// </summary>
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

        if (code == Code.Callvirt && callee is { IsVirtual: true })
        {
            ns += callee.IsRuntime ? _data.Calls.DelegateNs : _data.Calls.VirtualNs;
        }

        return Picoseconds(ns);
    }

    /// <summary>
    /// Cost of a method that the firmware does not hold itself: by its name and types or number of arguments, its name, its type,
    /// or the default.
    /// </summary>
    public NativeCost Native(MethodReference method)
    {
        string name = method.DeclaringType.FullName + "::" + method.Name;
        string types = string.Join(',', method.Parameters.Select(p => p.ParameterType.FullName));
        if (
            _native.TryGetValue($"{name}({types})", out NativeCost? cost)
                || _native.TryGetValue($"{name}/{method.Parameters.Count}", out cost)
            || _native.TryGetValue(name, out cost) || _native.TryGetValue(method.DeclaringType.FullName + "::*", out cost))
        {
            return cost;
        }

        return new NativeCost(name, _data.DefaultNativeNs + (_data.NativePerArgumentNs * method.Parameters.Count));
    }

    /// <summary>What so many instructions cost more the first time in a turn: cold caches. Reference picoseconds.</summary>
    internal int ColdPs(int instructions) => Picoseconds(instructions * Constants.ColdInstructionNs);

    /// <summary>
    /// What an instruction costs more in varied code than in a loop of its own, whose turns a PC's branch predictor learns
    /// by heart: arithmetic, and calls into compiled code. Reference picoseconds.
    /// </summary>
    internal int VariedPs(Instruction instruction, bool isNativeCall) =>
        isNativeCall ? Picoseconds(Constants.VariedNativeNs) : _variedPs.GetValueOrDefault(instruction.OpCode.Code);

    /// <summary>
    /// What an addition costs more among other code, in reference nanoseconds; all arithmetic costs the same more.
    /// </summary>
    public double VariedArithmeticNs => _variedPs[Code.Add] / 1000.0;

    internal static int Picoseconds(double ns) => (int)Math.Round(ns * 1000);

    private static bool CopiesStruct(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldobj or Code.Stobj => true,
        Code.Ldfld or Code.Ldsfld => IsStruct(((FieldReference)instruction.Operand).FieldType),
        Code.Ldloc or Code.Ldloc_S => instruction.Operand is VariableDefinition variable && IsStruct(variable.VariableType),
        _ => false,
    };

    private static bool IsStruct(TypeReference type) =>
        type is { IsValueType: true, IsPrimitive: false } && !(type.Resolve()?.IsEnum ?? false);

    private static Code CodeOf(string opcode) =>
        Enum.Parse<Code>(opcode.Replace('.', '_'), ignoreCase: true);
}

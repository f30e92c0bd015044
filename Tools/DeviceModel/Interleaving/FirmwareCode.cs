using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using NanoFirmware.DeviceModel.Runtime;

namespace NanoFirmware.DeviceModel.Interleaving;

/// <summary>The firmware's IL, as it was compiled, and the bugs that can be planted in it.</summary>
internal sealed class FirmwareCode : IDisposable
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(FirmwareCode).Assembly.Location)!;

    private readonly DefaultAssemblyResolver _resolver = new();
    private readonly ModuleDefinition[] _firmware;
    private readonly ModuleDefinition _subjects;

    internal FirmwareCode()
    {
        _resolver.AddSearchDirectory(Folder);
        _resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        _subjects = AssemblyDefinition.ReadAssembly(
            Path.Combine(Folder, "Subjects.dll"), new ReaderParameters { AssemblyResolver = _resolver }).MainModule;
        _firmware = [.. _subjects.AssemblyReferences.Where(reference => FirmwareAssemblies.Names.Contains(reference.Name))
            .Select(reference => _resolver.Resolve(reference).MainModule)];
        foreach (MethodDefinition method in _firmware.SelectMany(module => module.GetTypes()).Concat(_subjects.GetTypes())
            .SelectMany(t => t.Methods).Where(m => m.HasBody))
        {
            method.Body.SimplifyMacros();
        }
    }

    /// <summary>A static method of Subjects.</summary>
    internal MethodDefinition Harness(string type, string method) =>
        _subjects.GetType("NanoFirmware.Subjects." + type).Methods.Single(m => m.Name == method);

    /// <summary>Makes an object by running its constructor.</summary>
    internal long New(Machine machine, MachineState state, string type, params long[] arguments)
    {
        TypeDefinition definition = TypeOf(type);
        long made = Machine.Allocate(state, definition, Machine.FieldsOf(definition).Length);
        MethodDefinition constructor = definition.Methods.Single(
            m => m.IsConstructor && !m.IsStatic && m.Parameters.Count == arguments.Length);
        state.Threads.Add([new CallFrame(constructor, [made, .. arguments])]);
        while (state.Threads[0].Count > 0)
        {
            machine.Step(state, 0);
        }

        state.Threads.Clear();
        return made;
    }

    private TypeDefinition TypeOf(string name) => _firmware.Select(module => module.GetType(name)).First(type => type != null);

    /// <summary>Planted bug: TryRead takes any copy for whole.</summary>
    internal void BelieveEveryCopy(string type)
    {
        MethodBody body = TypeOf(type).Methods.Single(m => m.Name == "TryRead").Body;
        Instruction check = body.Instructions.Last(i => i.OpCode.Code is Code.Bgt or Code.Ble);
        bool passesWhenTaken = check.OpCode.Code == Code.Ble;
        ILProcessor il = body.GetILProcessor();
        il.InsertBefore(check, il.Create(OpCodes.Pop));
        il.InsertBefore(check, il.Create(OpCodes.Pop));
        il.Replace(check, passesWhenTaken ? il.Create(OpCodes.Br, (Instruction)check.Operand) : il.Create(OpCodes.Nop));
    }

    /// <summary>Planted bug: IsFree says yes whenever it is asked.</summary>
    internal void CallEveryBufferFree()
    {
        MethodBody body = TypeOf("NanoFirmware.Outputs.WireBuffer").Methods.Single(m => m.Name == "IsFree").Body;
        body.Instructions.Clear();
        body.Instructions.Add(Instruction.Create(OpCodes.Ldc_I4, 1));
        body.Instructions.Add(Instruction.Create(OpCodes.Ret));
    }

    public void Dispose()
    {
        _subjects.Dispose();
        Array.ForEach(_firmware, module => module.Dispose());
        _resolver.Dispose();
    }
}

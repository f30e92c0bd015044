using Mono.Cecil;
using NanoFirmware.DeviceModel.Runtime;

namespace NanoFirmware.DeviceModel.Weaving;

/// <summary>
/// What woven code calls: the meter, the heap, and the model's own threads, events, clocks and sockets in place of the desktop's.
/// </summary>
internal sealed class RuntimeReferences
{
    private const string Threading = "NanoFirmware.DeviceModel.Threading";
    private const string Web = "NanoFirmware.DeviceModel.Web";

    /// <summary>
    /// Types that are exchanged whole, with the namespace of the stand-in, which has the same name and the same members.
    /// </summary>
    private static readonly Dictionary<string, string> ExchangedTypes = new(StringComparer.Ordinal)
    {
        ["System.Threading.Thread"] = Threading,
        ["System.Threading.WaitHandle"] = Threading,
        ["System.Threading.EventWaitHandle"] = Threading,
        ["System.Threading.AutoResetEvent"] = Threading,
        ["System.Threading.ManualResetEvent"] = Threading,
        ["System.Threading.Monitor"] = Threading,
        ["System.Threading.Timer"] = Threading,
        ["NanoHost.Net.HttpListener"] = Web,
        ["NanoHost.Net.HttpListenerContext"] = Web,
        ["NanoHost.Net.HttpListenerRequest"] = Web,
        ["NanoHost.Net.HttpListenerResponse"] = Web,
    };

    private readonly ModuleDefinition _module;
    private readonly AssemblyNameReference _model;
    private readonly Dictionary<string, MethodReference> _exchangedMethods;

    /// <param name="module">What is woven.</param>
    /// <param name="sharesTime">Whether each segment notes what it spends.</param>
    internal RuntimeReferences(ModuleDefinition module, bool sharesTime = false)
    {
        _module = module;
        Charge = Import(typeof(Meter), sharesTime ? nameof(Meter.RunShared) : nameof(Meter.Run));
        Chip = Import(typeof(Hardware), nameof(Hardware.Take));
        Interrupt = Import(typeof(Hardware), nameof(Hardware.Interrupt));
        Literal = Import(typeof(Heap), nameof(Heap.Literal));
        Creating = Import(typeof(Heap), nameof(Heap.Creating));
        Created = Import(typeof(Heap), nameof(Heap.Created));
        Enter = Import(typeof(Probes), nameof(Probes.Enter));
        Leave = Import(typeof(Probes), nameof(Probes.Leave));
        Pass = Import(typeof(Trips), nameof(Trips.Pass));
        _model = module.AssemblyReferences.Single(a => a.Name == typeof(Meter).Assembly.GetName().Name);
        _exchangedMethods = new Dictionary<string, MethodReference>(StringComparer.Ordinal)
        {
            ["System.Void System.Array::Copy(System.Array,System.Int32,System.Array,System.Int32,System.Int32)"]
                = Import(typeof(ArrayMoves), nameof(ArrayMoves.Copy)),
            ["System.Void System.Array::Clear(System.Array,System.Int32,System.Int32)"]
                = Import(typeof(ArrayMoves), nameof(ArrayMoves.Clear)),
            ["System.DateTime System.DateTime::get_UtcNow()"] = Import(typeof(Clocks), nameof(Clocks.UtcNow)),
            ["System.Int64 System.Environment::get_TickCount64()"] = Import(typeof(Clocks), nameof(Clocks.TickCount64)),
        };
    }

    internal MethodReference Charge { get; }

    internal MethodReference Chip { get; }

    internal MethodReference Interrupt { get; }

    internal MethodReference Literal { get; }

    internal MethodReference Creating { get; }

    internal MethodReference Created { get; }

    internal MethodReference Enter { get; }

    internal MethodReference Leave { get; }

    internal MethodReference Pass { get; }

    /// <summary>The stand-in for a single method, if it has one.</summary>
    internal MethodReference? Exchange(MethodReference method) => _exchangedMethods.GetValueOrDefault(method.FullName);

    /// <summary>
    /// Points the references of the exchanged types at the model. All signatures, fields and members share one reference per
    /// type, so every use follows.
    /// </summary>
    internal void SubstituteTypes()
    {
        foreach (TypeReference type in _module.GetTypeReferences().Where(t => ExchangedTypes.ContainsKey(t.FullName)).ToArray())
        {
            type.Namespace = ExchangedTypes[type.FullName];
            type.Scope = _model;
        }
    }

    private MethodReference Import(Type type, string method) => _module.ImportReference(type.GetMethod(method));
}

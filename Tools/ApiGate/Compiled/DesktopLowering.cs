using Mono.Cecil;
using NanoFirmware.ApiGate.Device;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>
/// Where the desktop's compiler writes other code than the device's for the same source: the constructs themselves are sound, and
/// the source check compiles them against the device's own members.
/// </summary>
internal sealed class DesktopLowering
{
    private static readonly HashSet<string> Methods =
    [
        // lock: the device's compiler calls Enter(object).
        "System.Void System.Threading.Monitor::Enter(System.Object,System.Boolean&)",

        // A finalizer calls its base's: the device's Object has none, and its compiler leaves the call out.
        "System.Void System.Object::Finalize()",

        // A switch expression without a match: the device's compiler throws InvalidOperationException.
        "System.Void System.Runtime.CompilerServices.SwitchExpressionException::.ctor()",
        "System.Void System.Runtime.CompilerServices.SwitchExpressionException::.ctor(System.Object)",
    ];

    private static readonly HashSet<string> GenericMethods =
    [
        // An event's accessors: the device's compiler combines the delegates in a synchronised method.
        "System.Threading.Interlocked::CompareExchange",

        // An empty params array: the device's compiler makes a new one.
        "System.Array::Empty",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "System.Runtime.CompilerServices.CompilerGeneratedAttribute",
    ];

    private readonly DeviceApi _api;
    private readonly IReadOnlyList<TypeReference> _used;

    /// <param name="module">The desktop assembly: only types that it names can be what a member is called on.</param>
    internal DesktopLowering(DeviceApi api, ModuleDefinition module)
    {
        _api = api;
        _used = [.. module.GetTypeReferences()];
    }

    /// <summary>
    /// The device's name of a type: the host environment keeps what desktop .NET has too under a name of its own.
    /// </summary>
    internal static string DeviceName(string name) =>
        name.StartsWith("NanoHost.", StringComparison.Ordinal) ? string.Concat("System.", name.AsSpan("NanoHost.".Length)) : name;

    internal static bool Allows(MethodReference method) =>
        method is GenericInstanceMethod
            ? GenericMethods.Contains($"{method.DeclaringType.FullName}::{method.Name}")
            : Methods.Contains(method.FullName);

    internal static bool AllowsAttribute(TypeReference attribute) => Attributes.Contains(attribute.FullName);

    /// <summary>Listed types in use that derive, on the desktop, from a type that the device lacks.</summary>
    internal IEnumerable<ApiType> ListedBelow(TypeReference declaring) =>
        DesktopType(declaring) is not { } above
            ? []
            : from used in _used
              where DesktopType(used)?.IsSubclassOf(above) == true
              let listed = _api.Find(used.FullName)
              where listed is not null
              select listed;

    // Only the desktop's own assemblies: the host environment's types derive from nothing that the device lacks.
    private static Type? DesktopType(TypeReference type) =>
        type.Scope.Name.StartsWith("System.", StringComparison.Ordinal)
            ? Type.GetType($"{type.FullName.Replace('/', '+')}, {type.Scope.Name}", throwOnError: false)
            : null;
}

using Mono.Cecil;
using NanoFirmware.ApiGate.Device;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>
/// A method must not share name and parameters with a virtual method that it does not override: the device finds what a virtual
/// call means by name, from the most derived class upwards, and would call it. Source: the interpreter's look-up of virtual
/// methods.
/// </summary>
internal sealed class HidingRules
{
    private readonly DeviceApi _api;
    private readonly Findings _findings;

    internal HidingRules(DeviceApi api, Findings findings)
    {
        _api = api;
        _findings = findings;
    }

    internal void Check(TypeDefinition type)
    {
        foreach (MethodDefinition method in type.Methods.Where(
            method => method is { IsStatic: false, IsConstructor: false } && !Overrides(method)))
        {
            if (Above(type.BaseType, method) is { } hidden)
            {
                _findings.Add(
                    method, Rules.Hiding,
                    $"{type.Name}.{method.Name} hides the virtual method of {hidden}, and the device would call it instead; give "
                        + "it a name of its own");
            }
        }
    }

    private static bool Overrides(MethodDefinition method) => method is { IsVirtual: true, IsReuseSlot: true };

    // The nearest base class with a virtual method of that name and those parameters.
    private string? Above(TypeReference? type, MethodDefinition method)
    {
        for (; OwnAssemblies.Find(type) is { } own; type = own.BaseType)
        {
            if (
                own.Methods.Any(
                    candidate => candidate.IsVirtual && candidate.Name == method.Name && Parameters(candidate).SequenceEqual(
                        Parameters(method))))
            {
                return own.Name;
            }
        }

        return type is null || _api.Find(DesktopLowering.DeviceName(type.FullName)) is not { } listed
            ? null
            : _api.WithBases(listed).FirstOrDefault(above => above.Kind == ApiKind.Class && above.Methods.Any(candidate =>
                candidate.IsVirtual && candidate.Name == method.Name && candidate.Parameters.SequenceEqual(
                    Parameters(method))))?.Name;
    }

    private static IEnumerable<string> Parameters(MethodDefinition method) =>
        method.Parameters.Select(parameter => DesktopLowering.DeviceName(parameter.ParameterType.FullName));
}

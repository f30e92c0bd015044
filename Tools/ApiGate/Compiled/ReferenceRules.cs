using Mono.Cecil;
using NanoFirmware.ApiGate.Device;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>
/// Every type, method and field from elsewhere must stand in a list, name for name; types must have shapes that the device knows.
/// </summary>
internal sealed class ReferenceRules
{
    private readonly DeviceApi _api;
    private readonly DesktopLowering? _desktop;
    private readonly Findings _findings;

    /// <param name="desktop">What the desktop compiler writes where the device's writes something else; null for a device
    /// image.</param>
    internal ReferenceRules(DeviceApi api, DesktopLowering? desktop, Findings findings)
    {
        _api = api;
        _desktop = desktop;
        _findings = findings;
    }

    /// <summary>Checks a type as it stands in a signature, a body or a base list.</summary>
    internal void Check(TypeReference? type, Place place)
    {
        switch (type)
        {
            case null or TypeDefinition:
                break;
            case GenericInstanceType or GenericParameter:
                _findings.Add(
                    place, Rules.Generic,
                    $"{type.FullName} is generic, and generics crash on the device; write a class of its own");
                break;
            case ArrayType { Rank: > 1 }:
                _findings.Add(
                    place, Rules.Array,
                    $"{type.FullName} has several dimensions, and the device has none of those; use one array or an array of "
                        + "arrays");
                break;
            case PointerType or PinnedType or FunctionPointerType:
                _findings.Add(
                    place, Rules.Unsafe, $"{type.FullName} is a pointer or fixed, and the device's image cannot hold it");
                break;
            case RequiredModifierType required:
                CheckModifier(required.ModifierType, place);
                Check(required.ElementType, place);
                break;
            case OptionalModifierType optional:
                CheckModifier(optional.ModifierType, place);
                Check(optional.ElementType, place);
                break;
            case TypeSpecification specification:
                Check(specification.ElementType, place);
                break;
            default:
                if (!OwnAssemblies.Holds(type))
                {
                    CheckListed(type, place);
                }

                break;
        }
    }

    /// <summary>Checks a method that code calls, loads or constructs with.</summary>
    internal void Check(MethodReference method, Place place)
    {
        if (method is MethodDefinition || _desktop is not null && DesktopLowering.Allows(method))
        {
            return;
        }

        if (method is GenericInstanceMethod || method.DeclaringType is GenericInstanceType or ArrayType { Rank: > 1 })
        {
            Check(method.DeclaringType, place);
            _findings.Add(place, Rules.Generic, $"{method.FullName} is generic or belongs to a type that the device lacks");
            return;
        }

        if (
            OwnAssemblies.Holds(method.DeclaringType)
                || Owners(method.DeclaringType).Any(owner => _api.WithBases(owner).Any(type => Matches(type, method))))
        {
            return;
        }

        CheckListed(method.DeclaringType, place, $"{method.FullName}, which code uses here,");
    }

    /// <summary>Checks a field that code reads, writes or refers to.</summary>
    internal void Check(FieldReference field, Place place)
    {
        if (!OwnAssemblies.Holds(field.DeclaringType)
            && !Owners(field.DeclaringType).Any(
                owner => owner.Fields.Any(listed => listed.Name == field.Name && listed.Type == Name(field.FieldType))))
        {
            CheckListed(field.DeclaringType, place, $"the field {field.FullName}");
        }
    }

    private void CheckModifier(TypeReference modifier, Place place) =>
        _findings.Add(
            place, modifier.Name == "IsVolatile" ? Rules.Volatile : Rules.Modifier,
            modifier.Name == "IsVolatile"
                ? "volatile needs IsVolatile, which the device's core library lacks"
                : $"the modifier {modifier.Name} (in parameters, init accessors) has no place in the device's signatures");

    private void CheckListed(TypeReference type, Place place)
    {
        if (_api.Find(Name(type)) is null)
        {
            _findings.Add(place, Rules.Unlisted, $"the type {type.FullName} is in no list of the device's assemblies");
        }
    }

    private void CheckListed(TypeReference declaring, Place place, string member)
    {
        string fault = _api.Find(Name(declaring)) is { } type
            ? $"is not among the members that {type.Assembly} has on the device"
            : "belongs to a type that is in no list of the device's assemblies";
        _findings.Add(place, Rules.Unlisted, $"{member} {fault}");
    }

    // A member may be declared, on the desktop, by a base class that the device lacks: then the classes below it count.
    private IEnumerable<ApiType> Owners(TypeReference declaring) =>
        _api.Find(Name(declaring)) is { } listed ? [listed] : _desktop?.ListedBelow(declaring) ?? [];

    private static bool Matches(ApiType type, MethodReference method) =>
        type.Methods.Any(listed =>
            listed.Name == method.Name
            && listed.IsStatic != method.HasThis
            && listed.ReturnType == Name(method.ReturnType)
            && listed.Parameters.SequenceEqual(method.Parameters.Select(parameter => Name(parameter.ParameterType))));

    private static string Name(TypeReference type) => DesktopLowering.DeviceName(type.FullName);
}

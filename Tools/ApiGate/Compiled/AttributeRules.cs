using Mono.Cecil;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>Attributes that reach the device's image: listed ones, with arguments that the image can hold.</summary>
internal sealed class AttributeRules
{
    private readonly ReferenceRules _references;
    private readonly bool _isDesktop;
    private readonly Findings _findings;

    internal AttributeRules(ReferenceRules references, bool isDesktop, Findings findings)
    {
        _references = references;
        _isDesktop = isDesktop;
        _findings = findings;
    }

    /// <summary>Attributes of a type and all that it declares.</summary>
    internal void Check(TypeDefinition type)
    {
        Check(type, Place.Of(type));
        foreach (
            ICustomAttributeProvider member in type.Fields.Concat<ICustomAttributeProvider>(type.Properties).Concat(type.Events))
        {
            Check(member, Place.Of(type));
        }

        foreach (MethodDefinition method in type.Methods)
        {
            Check(method, Place.Of(method));
            Check(method.MethodReturnType, Place.Of(method));
            foreach (ParameterDefinition parameter in method.Parameters)
            {
                Check(parameter, Place.Of(method));
            }
        }
    }

    private void Check(ICustomAttributeProvider provider, Place place)
    {
        foreach (CustomAttribute attribute in provider.CustomAttributes)
        {
            if (_isDesktop && DesktopLowering.AllowsAttribute(attribute.AttributeType))
            {
                continue;
            }

            _references.Check(attribute.Constructor, place);
            var arguments = attribute.ConstructorArguments
                .Concat(attribute.Properties.Select(named => named.Argument))
                    .Concat(attribute.Fields.Select(named => named.Argument));
            if (
                provider is TypeDefinition or MethodDefinition or FieldDefinition && !IsDropped(attribute)
                    && !arguments.All(IsHeld))
            {
                _findings.Add(
                    place, Rules.Attribute,
                    $"{attribute.AttributeType.Name} has an argument that the device's image garbles; only numbers, bool, char, "
                        + "strings and types keep whole");
            }
        }
    }

    // The image maker writes numbers and strings, alone or in an object array; enums, null and arrays of arrays it loses or
    // chokes on.
    private static bool IsHeld(CustomAttributeArgument argument) => argument.Value switch
    {
        null => false,
        CustomAttributeArgument inner => IsHeld(inner),
        CustomAttributeArgument[] items => argument.Type.FullName == "System.Object[]"
            && items.All(
                item => item.Value is CustomAttributeArgument { Value: not CustomAttributeArgument[] } boxed && IsHeld(boxed)),
        TypeReference => true,
        _ => argument.Type is { IsPrimitive: true } or { FullName: "System.String" },
    };

    // Compile-time attributes that the image maker leaves out.
    private static bool IsDropped(CustomAttribute attribute) =>
        attribute.AttributeType.FullName is "System.AttributeUsageAttribute" or "System.ObsoleteAttribute"
            or "System.Diagnostics.ConditionalAttribute"
            or "System.Diagnostics.DebuggerBrowsableAttribute" or "System.ComponentModel.EditorBrowsableAttribute"
            or "System.Runtime.CompilerServices.MethodImplAttribute" or "System.Runtime.InteropServices.StructLayoutAttribute";
}

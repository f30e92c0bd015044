namespace NanoFirmware.ApiGate.Device;

/// <summary>What a listed type is.</summary>
public enum ApiKind
{
    Class,
    Struct,
    Interface,
    Enum,
    Delegate,
}

/// <summary>One type of a list, with its public and protected members.</summary>
/// <param name="Name">ECMA full name: <c>System.IO.IOException/IOExceptionErrorCode</c>, <c>System.Action`1</c>.</param>
/// <param name="Assembly">Name of the assembly that holds it.</param>
/// <param name="Modifiers">The words before the kind: abstract, sealed, static.</param>
/// <param name="Bases">ECMA names of base class and interfaces as listed; the list leaves System.Object, System.ValueType and so
/// on out for some.</param>
public sealed record ApiType(string Name, string Assembly, ApiKind Kind, string[] Modifiers, string[] Bases)
{
    public List<ApiMethod> Methods { get; } = [];

    public List<ApiField> Fields { get; } = [];

    public bool IsValueType => Kind is ApiKind.Struct or ApiKind.Enum;

    /// <summary>The enclosing type's ECMA name, or null at namespace level.</summary>
    public string? Enclosing => Name.LastIndexOf('/') is var at and > 0 ? Name[..at] : null;

    /// <summary>The namespace; empty for nested types.</summary>
    public string Namespace => Enclosing is null && Name.LastIndexOf('.') is var at and > 0 ? Name[..at] : "";

    /// <summary>The name without namespace and enclosing types.</summary>
    public string SimpleName => Name[(Name.LastIndexOfAny(['.', '/']) + 1)..];
}

/// <summary>One method, constructor or accessor of a list.</summary>
/// <param name="Signature">ECMA full name: <c>System.Int32 System.Math::Max(System.Int32,System.Int32)</c>.</param>
public sealed record ApiMethod(
    string Signature, string ReturnType, string DeclaringType, string Name, string[] Parameters, bool IsStatic, bool IsVirtual,
    bool IsAbstract)
{
    /// <summary>Name and parameters, by which an override finds what it overrides.</summary>
    public string Key { get; } = $"{Name}({string.Join(",", Parameters)})";
}

/// <summary>One field, constant or enum value of a list.</summary>
/// <param name="Signature">ECMA full name: <c>System.Double System.Math::PI</c>.</param>
/// <param name="Constant">The value as listed when the field is a constant, else null.</param>
public sealed record ApiField(string Signature, string Type, string DeclaringType, string Name, bool IsStatic, string? Constant);

using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using NanoFirmware.ApiGate.Device;

namespace NanoFirmware.ApiGate.Stubs;

/// <summary>Where the types of one stub assembly live: their own rows, and references to the types of others.</summary>
internal sealed class StubTypes
{
    private const string CoreLibrary = "mscorlib";

    private readonly DeviceApi _api;
    private readonly ApiList _list;
    private readonly MetadataBuilder _metadata;
    private readonly Dictionary<string, EntityHandle> _types = [];
    private readonly Dictionary<string, AssemblyReferenceHandle> _assemblies = [];

    internal StubTypes(DeviceApi api, ApiList list, MetadataBuilder metadata)
    {
        _api = api;
        _list = list;
        _metadata = metadata;

        // Row 1 is <Module>, in the core library row 2 marks ref structs; then the list's types in its order, enclosing before
        // nested.
        int firstRow = IsCoreLibrary ? 3 : 2;
        for (int i = 0; i < list.Types.Count; i++)
        {
            _types.Add(list.Types[i].Name, MetadataTokens.TypeDefinitionHandle(firstRow + i));
        }
    }

    internal bool IsCoreLibrary => _list.Assembly == CoreLibrary;

    /// <summary>The row of a type of this assembly, or a reference to another assembly's.</summary>
    internal EntityHandle Handle(string name)
    {
        if (!_types.TryGetValue(name, out EntityHandle handle))
        {
            ApiType type = _api.Find(name) ?? throw new InvalidDataException(
                $"The list of {_list.Assembly} names {name}, which no list holds.");
            EntityHandle scope = type.Enclosing is { } enclosing ? Handle(enclosing) : Assembly(type.Assembly);
            handle = _metadata.AddTypeReference(
                scope, _metadata.GetOrAddString(type.Namespace), _metadata.GetOrAddString(type.SimpleName));
            _types.Add(name, handle);
        }

        return handle;
    }

    /// <summary>Writes a type into a signature: a primitive, an array, a generic parameter or a named type.</summary>
    internal void Encode(SignatureTypeEncoder encoder, string name, string[] genericParameters)
    {
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            Encode(encoder.SZArray(), name[..^2], genericParameters);
        }
        else if (Array.IndexOf(genericParameters, name) is var index and >= 0)
        {
            encoder.GenericTypeParameter(index);
        }
        else if (Primitive(name) is { } code)
        {
            encoder.PrimitiveType(code);
        }
        else
        {
            encoder.Type(Handle(name), _api.Find(name)?.IsValueType ?? false);
        }
    }

    /// <summary>Writes parameters into a signature; a name that ends in an ampersand is passed by reference.</summary>
    internal void Encode(ParametersEncoder encoder, string[] parameters, string[] genericParameters)
    {
        foreach (string parameter in parameters)
        {
            bool byReference = parameter.EndsWith('&');
            Encode(encoder.AddParameter().Type(byReference), parameter.TrimEnd('&'), genericParameters);
        }
    }

    internal static PrimitiveTypeCode? Primitive(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal)
        && Enum.TryParse(name["System.".Length..], out PrimitiveTypeCode code)
        && code is not (PrimitiveTypeCode.Void or PrimitiveTypeCode.TypedReference)
            ? code
            : null;

    private AssemblyReferenceHandle Assembly(string name)
    {
        if (!_assemblies.TryGetValue(name, out AssemblyReferenceHandle handle))
        {
            ApiList list = _api.Lists.First(candidate => candidate.Assembly == name);
            handle = _metadata.AddAssemblyReference(
                _metadata.GetOrAddString(name), new Version(list.Version), default, default, default, default);
            _assemblies.Add(name, handle);
        }

        return handle;
    }
}

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using NanoFirmware.ApiGate.Device;

namespace NanoFirmware.ApiGate.Stubs;

/// <summary>
/// A reference assembly made of a list: its name, its version, and exactly the listed types and members, without bodies.
/// Against these the compiler sees what it would see on a machine that has the packages.
/// </summary>
internal sealed class StubAssembly
{
    private readonly DeviceApi _api;
    private readonly ApiList _list;
    private readonly MetadataBuilder _metadata = new();
    private readonly StubTypes _types;
    private readonly StubAttributes _attributes;
    private readonly StubMembers _members;

    private StubAssembly(DeviceApi api, ApiList list)
    {
        _api = api;
        _list = list;
        _types = new StubTypes(api, list, _metadata);
        _attributes = new StubAttributes(api, _metadata, _types);
        _members = new StubMembers(api, _metadata, _types, _attributes);
    }

    /// <summary>The image of the assembly of one list.</summary>
    internal static byte[] Emit(DeviceApi api, ApiList list) => new StubAssembly(api, list).Emit();

    private byte[] Emit()
    {
        StringHandle name = _metadata.GetOrAddString(_list.Assembly);
        _metadata.AddModule(
            0, _metadata.GetOrAddString(_list.Assembly + ".dll"),
            _metadata.GetOrAddGuid(Guid.Parse("6b1c3f0e-7f3a-4c58-9d0e-5a1f3c2b4d6e")),
            default, default);
        AssemblyDefinitionHandle assembly = _metadata.AddAssembly(
            name, new Version(_list.Version), default, default, default, AssemblyHashAlgorithm.None);
        _metadata.AddTypeDefinition(
            default, default, _metadata.GetOrAddString("<Module>"), default, _members.NextField, _members.NextMethod);
        if (_types.IsCoreLibrary)
        {
            AddRefStructMark();
        }

        foreach (ApiType type in _list.Types)
        {
            AddType(type);
        }

        new StubAccessors(_metadata, _types, _members.Methods).Add(_list.Types);
        if (_list.Types.SelectMany(type => type.Methods).Any(method => _attributes.IsExtension(method.Signature)))
        {
            _attributes.AddMarker(assembly, "System.Runtime.CompilerServices.ExtensionAttribute");
        }

        return Serialize();
    }

    private void AddType(ApiType type)
    {
        string? baseClass = _api.BaseClass(type);
        TypeDefinitionHandle handle = _metadata.AddTypeDefinition(
            Attributes(type), _metadata.GetOrAddString(type.Namespace), _metadata.GetOrAddString(type.SimpleName),
            baseClass is null ? default : _types.Handle(baseClass), _members.NextField, _members.NextMethod);

        string[] genericParameters = _members.AddMembers(type);
        for (int i = 0; i < genericParameters.Length; i++)
        {
            _metadata.AddGenericParameter(handle, default, _metadata.GetOrAddString(genericParameters[i]), i);
        }

        foreach (string name in type.Bases.Where(name => _api.Find(name) is { Kind: ApiKind.Interface }))
        {
            _metadata.AddInterfaceImplementation(handle, _types.Handle(name));
        }

        if (type.Enclosing is { } enclosing)
        {
            _metadata.AddNestedType(handle, (TypeDefinitionHandle)_types.Handle(enclosing));
        }

        _attributes.AddTypeAttributes(handle, type);
    }

    private TypeAttributes Attributes(ApiType type)
    {
        TypeAttributes nested = _api.Facts.IsProtected(type.Name) ? TypeAttributes.NestedFamily : TypeAttributes.NestedPublic;
        TypeAttributes attributes = type.Enclosing is null ? TypeAttributes.Public : nested;
        attributes |= type.Kind switch
        {
            ApiKind.Interface => TypeAttributes.Interface | TypeAttributes.Abstract,
            ApiKind.Struct => TypeAttributes.Sealed | TypeAttributes.SequentialLayout | TypeAttributes.BeforeFieldInit,
            ApiKind.Enum or ApiKind.Delegate => TypeAttributes.Sealed,
            _ => TypeAttributes.BeforeFieldInit,
        };

        foreach (string modifier in type.Modifiers)
        {
            attributes |= modifier switch
            {
                "static" => TypeAttributes.Abstract | TypeAttributes.Sealed,
                "abstract" => TypeAttributes.Abstract,
                "sealed" => TypeAttributes.Sealed,
                _ => throw new InvalidDataException($"{type.Name} is listed as {modifier}."),
            };
        }

        return attributes;
    }

    // The compiler knows a ref struct by an attribute that it writes into the assembly itself, so no list holds it.
    private void AddRefStructMark() =>
        _metadata.AddTypeDefinition(
            TypeAttributes.Sealed, _metadata.GetOrAddString(StubAttributes.RefStructNamespace),
            _metadata.GetOrAddString(StubAttributes.RefStructName), _types.Handle("System.Attribute"),
            _members.NextField, _members.AddDefaultConstructor());

    private byte[] Serialize()
    {
        var builder = new ManagedPEBuilder(
            PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(_metadata), new BlobBuilder(), flags: CorFlags.ILOnly);
        var image = new BlobBuilder();
        builder.Serialize(image);
        return image.ToArray();
    }
}

using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using NanoFirmware.ApiGate.Device;

namespace NanoFirmware.ApiGate.Stubs;

/// <summary>
/// The attributes by which a compiler knows params, extension methods, indexers, ref structs and what is obsolete.
/// </summary>
internal sealed class StubAttributes
{
    internal const string RefStructNamespace = "System.Runtime.CompilerServices";
    internal const string RefStructName = "IsByRefLikeAttribute";

    private readonly DeviceApi _api;
    private readonly MetadataBuilder _metadata;
    private readonly StubTypes _types;

    internal StubAttributes(DeviceApi api, MetadataBuilder metadata, StubTypes types)
    {
        _api = api;
        _metadata = metadata;
        _types = types;
    }

    internal void AddTypeAttributes(TypeDefinitionHandle handle, ApiType type)
    {
        if (_api.Facts.Usage(type.Name) is { } usage)
        {
            AddUsage(handle, usage);
        }

        ApiMethod? indexer = type.Methods.FirstOrDefault(
            method => method is { Name: "get_Item" or "get_Chars", Parameters.Length: > 0 });
        if (indexer is not null)
        {
            Add(
                handle, "System.Reflection.DefaultMemberAttribute", writer => writer.WriteSerializedString(indexer.Name[4..]),
                "System.String");
        }

        if (type.Methods.Any(method => IsExtension(method.Signature)))
        {
            AddMarker(handle, "System.Runtime.CompilerServices.ExtensionAttribute");
        }

        if (_api.Facts.IsObsolete(type.Name))
        {
            AddMarker(handle, "System.ObsoleteAttribute");
        }

        if (_api.Facts.IsRefStruct(type.Name))
        {
            // The mark's constructor is the first method of the core library, which alone has ref structs.
            _metadata.AddCustomAttribute(handle, MetadataTokens.MethodDefinitionHandle(1), Value(_ => { }, namedArguments: 0));
        }
    }

    internal void AddMethodAttributes(MethodDefinitionHandle handle, ApiMethod method)
    {
        if (IsExtension(method.Signature))
        {
            AddMarker(handle, "System.Runtime.CompilerServices.ExtensionAttribute");
        }

        if (_api.Facts.IsObsolete(method.Signature))
        {
            AddMarker(handle, "System.ObsoleteAttribute");
        }

        if (_api.Facts.IsDebugOnly(method.Signature))
        {
            Add(
                handle, "System.Diagnostics.ConditionalAttribute", writer => writer.WriteSerializedString("DEBUG"),
                "System.String");
        }
    }

    internal bool IsExtension(string signature) =>
        _api.Facts.Parameters(signature) is [var first, ..] && first.StartsWith("this ", StringComparison.Ordinal);

    /// <summary>Adds an attribute that takes no argument.</summary>
    internal void AddMarker(EntityHandle parent, string attribute) => Add(parent, attribute, _ => { });

    private void AddUsage(TypeDefinitionHandle handle, AttributeFacts usage) =>
        Add(
            handle, "System.AttributeUsageAttribute",
            writer =>
            {
                writer.WriteInt32((int)usage.Targets);
                writer.WriteUInt16(2);
                WriteNamedBoolean(writer, "AllowMultiple", usage.AllowMultiple);
                WriteNamedBoolean(writer, "Inherited", usage.Inherited);
            },
            namedArguments: null, "System.AttributeTargets");

    private static void WriteNamedBoolean(BlobBuilder writer, string name, bool value)
    {
        writer.WriteByte((byte)CustomAttributeNamedArgumentKind.Property);
        writer.WriteByte((byte)SerializationTypeCode.Boolean);
        writer.WriteSerializedString(name);
        writer.WriteBoolean(value);
    }

    private void Add(EntityHandle parent, string attribute, Action<BlobBuilder> arguments, params string[] parameters) =>
        Add(parent, attribute, arguments, namedArguments: 0, parameters);

    private void Add(
        EntityHandle parent, string attribute, Action<BlobBuilder> arguments, int? namedArguments, params string[] parameters)
    {
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: true).Parameters(
            parameters.Length, returns => returns.Void(),
            encoder =>
            {
                foreach (string parameter in parameters)
                {
                    _types.Encode(encoder.AddParameter().Type(), parameter, []);
                }
            });
        MemberReferenceHandle constructor = _metadata.AddMemberReference(
            _types.Handle(attribute), _metadata.GetOrAddString(".ctor"), _metadata.GetOrAddBlob(signature));
        _metadata.AddCustomAttribute(parent, constructor, Value(arguments, namedArguments));
    }

    // A value is a prolog, the constructor's arguments, and the count and text of named ones; null: the writer has written them.
    private BlobHandle Value(Action<BlobBuilder> arguments, int? namedArguments)
    {
        var value = new BlobBuilder();
        value.WriteUInt16(1);
        arguments(value);
        if (namedArguments is { } count)
        {
            value.WriteUInt16((ushort)count);
        }

        return _metadata.GetOrAddBlob(value);
    }
}

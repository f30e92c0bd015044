using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using NanoFirmware.ApiGate.Device;

namespace NanoFirmware.ApiGate.Stubs;

/// <summary>Writes the fields and methods of listed types.</summary>
internal sealed class StubMembers
{
    private readonly DeviceApi _api;
    private readonly MetadataBuilder _metadata;
    private readonly StubTypes _types;
    private readonly StubAttributes _attributes;
    private readonly Dictionary<string, MethodDefinitionHandle> _methods = [];

    internal StubMembers(DeviceApi api, MetadataBuilder metadata, StubTypes types, StubAttributes attributes)
    {
        _api = api;
        _metadata = metadata;
        _types = types;
        _attributes = attributes;
    }

    /// <summary>The methods written so far, by their signatures.</summary>
    internal IReadOnlyDictionary<string, MethodDefinitionHandle> Methods => _methods;

    internal FieldDefinitionHandle NextField => MetadataTokens.FieldDefinitionHandle(_metadata.GetRowCount(TableIndex.Field) + 1);

    internal MethodDefinitionHandle NextMethod =>
        MetadataTokens.MethodDefinitionHandle(_metadata.GetRowCount(TableIndex.MethodDef) + 1);

    private ParameterHandle NextParameter => MetadataTokens.ParameterHandle(_metadata.GetRowCount(TableIndex.Param) + 1);

    /// <summary>Writes fields and methods, and returns the names of the type's generic parameters.</summary>
    internal string[] AddMembers(ApiType type)
    {
        string[] generics = GenericParameters(type);
        if (type.Kind == ApiKind.Enum)
        {
            AddField(
                "value__", _api.Facts.EnumType(type.Name), generics,
                FieldAttributes.Public | FieldAttributes.SpecialName | FieldAttributes.RTSpecialName);
        }
        else if (type.Kind == ApiKind.Struct && StubTypes.Primitive(type.Name) is null && type.Name != "System.Void")
        {
            // Without a field the compiler would take the struct for empty, and always assigned.
            AddField("_content", "System.Int32", generics, FieldAttributes.Private);
        }

        foreach (ApiField field in type.Fields)
        {
            AddField(type, field, generics);
        }

        foreach (ApiMethod method in type.Methods)
        {
            AddMethod(type, method, generics);
        }

        return generics;
    }

    internal MethodDefinitionHandle AddDefaultConstructor() =>
        _metadata.AddMethodDefinition(
            MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName,
            MethodImplAttributes.IL, _metadata.GetOrAddString(".ctor"), Signature(false, "System.Void", [], []), -1,
            NextParameter);

    private void AddField(ApiType type, ApiField field, string[] generics)
    {
        FieldAttributes attributes = _api.Facts.IsProtected(field.Signature) ? FieldAttributes.Family : FieldAttributes.Public;
        if (field.IsStatic)
        {
            attributes |= FieldAttributes.Static;
        }

        if (field.Constant is not null)
        {
            attributes |= FieldAttributes.Literal | FieldAttributes.HasDefault;
        }
        else if (_api.Facts.IsReadOnly(field.Signature))
        {
            attributes |= FieldAttributes.InitOnly;
        }

        FieldDefinitionHandle handle = AddField(field.Name, field.Type, generics, attributes);
        if (field.Constant is not null)
        {
            string constantType = type.Kind == ApiKind.Enum ? _api.Facts.EnumType(type.Name) : field.Type;
            _metadata.AddConstant(handle, StubConstants.Parse(constantType, field.Constant));
        }

        if (_api.Facts.IsObsolete(field.Signature))
        {
            _attributes.AddMarker(handle, "System.ObsoleteAttribute");
        }
    }

    private FieldDefinitionHandle AddField(string name, string type, string[] generics, FieldAttributes attributes)
    {
        var signature = new BlobBuilder();
        _types.Encode(new BlobEncoder(signature).Field().Type(), type, generics);
        return _metadata.AddFieldDefinition(attributes, _metadata.GetOrAddString(name), _metadata.GetOrAddBlob(signature));
    }

    private void AddMethod(ApiType type, ApiMethod method, string[] generics)
    {
        MethodDefinitionHandle handle = _metadata.AddMethodDefinition(
            Attributes(type, method), type.Kind == ApiKind.Delegate ? MethodImplAttributes.Runtime : MethodImplAttributes.IL,
            _metadata.GetOrAddString(method.Name), Signature(method.IsStatic, method.ReturnType, method.Parameters, generics), -1,
            NextParameter);
        _methods.Add(method.Signature, handle);
        _attributes.AddMethodAttributes(handle, method);
        string[]? names = _api.Facts.Parameters(method.Signature);
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            // A name that nobody writes stands for one that is not known: a named argument must not pass by luck.
            AddParameter(method.Parameters[i], names?[i] ?? $"<{i}>", i + 1);
        }
    }

    private void AddParameter(string type, string text, int sequence)
    {
        string[] halves = text.Split(" = ", 2);
        string[] words = halves[0].Split(' ');
        ParameterAttributes attributes = words[0] == "out" ? ParameterAttributes.Out : default;
        if (halves.Length > 1)
        {
            attributes |= ParameterAttributes.Optional | ParameterAttributes.HasDefault;
        }

        ParameterHandle handle = _metadata.AddParameter(attributes, _metadata.GetOrAddString(words[^1]), sequence);
        if (halves.Length > 1)
        {
            string constantType = _api.Find(type) is { Kind: ApiKind.Enum } ? _api.Facts.EnumType(type) : type;
            _metadata.AddConstant(handle, StubConstants.Parse(constantType, halves[1]));
        }

        if (words[0] == "params")
        {
            _attributes.AddMarker(handle, "System.ParamArrayAttribute");
        }
    }

    private MethodAttributes Attributes(ApiType type, ApiMethod method)
    {
        MethodAttributes attributes = MethodAttributes.HideBySig
            | (_api.Facts.IsProtected(method.Signature) ? MethodAttributes.Family : MethodAttributes.Public);
        if (method.IsStatic)
        {
            attributes |= MethodAttributes.Static;
        }

        if (method.IsAbstract)
        {
            attributes |= MethodAttributes.Abstract;
        }

        if (method.IsVirtual || type.Kind == ApiKind.Delegate && method.Name == "Invoke")
        {
            attributes |= MethodAttributes.Virtual | (
                Overrides(type, method) ? MethodAttributes.ReuseSlot : MethodAttributes.NewSlot);
        }

        if (method.Name[0] == '.')
        {
            attributes |= MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;
        }
        else if (StubAccessors.IsAccessor(method) || method.Name.StartsWith("op_", StringComparison.Ordinal))
        {
            attributes |= MethodAttributes.SpecialName;
        }

        return attributes;
    }

    private bool Overrides(ApiType type, ApiMethod method)
    {
        for (string? name = _api.BaseClass(type); name is not null && _api.Find(name) is { } above; name = _api.BaseClass(above))
        {
            if (above.Methods.Any(candidate => candidate.IsVirtual && candidate.Key == method.Key))
            {
                return true;
            }
        }

        return false;
    }

    private BlobHandle Signature(bool isStatic, string returnType, string[] parameters, string[] generics)
    {
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: !isStatic).Parameters(
            parameters.Length,
            returns =>
            {
                if (returnType == "System.Void")
                {
                    returns.Void();
                }
                else
                {
                    _types.Encode(returns.Type(), returnType, generics);
                }
            },
            encoder => _types.Encode(encoder, parameters, generics));
        return _metadata.GetOrAddBlob(signature);
    }

    // A listed generic delegate names its parameters only where it uses them; its own order is parameters first, result last.
    private static string[] GenericParameters(ApiType type) =>
        !type.Name.Contains('`', StringComparison.Ordinal)
            ? []
            : [.. type.Methods.Where(method => method.Name == "Invoke")
                .SelectMany(method => method.Parameters.Append(method.ReturnType))
                .Where(name => !name.Contains('.', StringComparison.Ordinal)).Distinct()];
}

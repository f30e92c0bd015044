using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using NanoFirmware.ApiGate.Device;

namespace NanoFirmware.ApiGate.Stubs;

/// <summary>Writes the fields, methods, properties and events of listed types.</summary>
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

    internal FieldDefinitionHandle NextField => MetadataTokens.FieldDefinitionHandle(_metadata.GetRowCount(TableIndex.Field) + 1);

    internal MethodDefinitionHandle NextMethod => MetadataTokens.MethodDefinitionHandle(_metadata.GetRowCount(TableIndex.MethodDef) + 1);

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
            MethodImplAttributes.IL, _metadata.GetOrAddString(".ctor"), Signature(false, "System.Void", [], []), -1, NextParameter);

    /// <summary>Properties and events of all types, found by their accessors' names.</summary>
    internal void AddPropertiesAndEvents(IEnumerable<ApiType> types)
    {
        foreach (ApiType type in types.Where(type => type.Methods.Any(IsAccessor)))
        {
            var owner = (TypeDefinitionHandle)_types.Handle(type.Name);
            AddProperties(type, owner);
            AddEvents(type, owner);
        }
    }

    private void AddProperties(ApiType type, TypeDefinitionHandle owner)
    {
        bool first = true;
        foreach (var accessors in type.Methods.Where(IsPropertyAccessor).GroupBy(PropertyKey))
        {
            ApiMethod any = accessors.First();
            bool isGetter = any.Name[0] == 'g';
            string[] indices = isGetter ? any.Parameters : any.Parameters[..^1];
            var signature = new BlobBuilder();
            new BlobEncoder(signature).PropertySignature(!any.IsStatic).Parameters(
                indices.Length,
                returns => _types.Encode(returns.Type(), isGetter ? any.ReturnType : any.Parameters[^1], []),
                parameters => Encode(parameters, indices, []));
            PropertyDefinitionHandle property = _metadata.AddProperty(
                default, _metadata.GetOrAddString(any.Name[4..]), _metadata.GetOrAddBlob(signature));
            if (first)
            {
                _metadata.AddPropertyMap(owner, property);
                first = false;
            }

            foreach (ApiMethod accessor in accessors)
            {
                _metadata.AddMethodSemantics(
                    property, accessor.Name[0] == 'g' ? MethodSemanticsAttributes.Getter : MethodSemanticsAttributes.Setter,
                    _methods[accessor.Signature]);
            }
        }
    }

    private void AddEvents(ApiType type, TypeDefinitionHandle owner)
    {
        bool first = true;
        foreach (ApiMethod adder in type.Methods.Where(method => method.Name.StartsWith("add_", StringComparison.Ordinal)))
        {
            EventDefinitionHandle added = _metadata.AddEvent(
                default, _metadata.GetOrAddString(adder.Name[4..]), _types.Handle(adder.Parameters[0]));
            if (first)
            {
                _metadata.AddEventMap(owner, added);
                first = false;
            }

            ApiMethod remover = type.Methods.First(method => method.Name == $"remove_{adder.Name[4..]}");
            _metadata.AddMethodSemantics(added, MethodSemanticsAttributes.Adder, _methods[adder.Signature]);
            _metadata.AddMethodSemantics(added, MethodSemanticsAttributes.Remover, _methods[remover.Signature]);
        }
    }

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
            _metadata.GetOrAddString(method.Name), Signature(method.IsStatic, method.ReturnType, method.Parameters, generics), -1, NextParameter);
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
            attributes |= MethodAttributes.Virtual | (Overrides(type, method) ? MethodAttributes.ReuseSlot : MethodAttributes.NewSlot);
        }

        if (method.Name[0] == '.')
        {
            attributes |= MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;
        }
        else if (IsAccessor(method) || method.Name.StartsWith("op_", StringComparison.Ordinal))
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
            encoder => Encode(encoder, parameters, generics));
        return _metadata.GetOrAddBlob(signature);
    }

    private void Encode(ParametersEncoder encoder, string[] parameters, string[] generics)
    {
        foreach (string parameter in parameters)
        {
            bool byReference = parameter.EndsWith('&');
            _types.Encode(encoder.AddParameter().Type(byReference), parameter.TrimEnd('&'), generics);
        }
    }

    // A listed generic delegate names its parameters only where it uses them; its own order is parameters first, result last.
    private static string[] GenericParameters(ApiType type) =>
        !type.Name.Contains('`', StringComparison.Ordinal)
            ? []
            : [.. type.Methods.Where(method => method.Name == "Invoke")
                .SelectMany(method => method.Parameters.Append(method.ReturnType))
                .Where(name => !name.Contains('.', StringComparison.Ordinal)).Distinct()];

    private static bool IsAccessor(ApiMethod method) =>
        IsPropertyAccessor(method)
        || method.Name.StartsWith("add_", StringComparison.Ordinal) || method.Name.StartsWith("remove_", StringComparison.Ordinal);

    private static bool IsPropertyAccessor(ApiMethod method) =>
        method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal);

    private static string PropertyKey(ApiMethod accessor)
    {
        string[] indices = accessor.Name[0] == 'g' ? accessor.Parameters : accessor.Parameters[..^1];
        return $"{accessor.Name[4..]}[{string.Join(",", indices)}]";
    }
}

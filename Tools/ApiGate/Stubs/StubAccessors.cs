using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using NanoFirmware.ApiGate.Device;

namespace NanoFirmware.ApiGate.Stubs;

/// <summary>Writes properties and events: the lists hold only their accessors.</summary>
internal sealed class StubAccessors
{
    private readonly MetadataBuilder _metadata;
    private readonly StubTypes _types;
    private readonly IReadOnlyDictionary<string, MethodDefinitionHandle> _methods;

    /// <param name="methods">The accessors, written already, by their signatures.</param>
    internal StubAccessors(MetadataBuilder metadata, StubTypes types, IReadOnlyDictionary<string, MethodDefinitionHandle> methods)
    {
        _metadata = metadata;
        _types = types;
        _methods = methods;
    }

    /// <summary>Properties and events of all types, found by their accessors' names.</summary>
    internal void Add(IEnumerable<ApiType> types)
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
                parameters => _types.Encode(parameters, indices, []));
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

    internal static bool IsAccessor(ApiMethod method) =>
        IsPropertyAccessor(method)
        || method.Name.StartsWith("add_", StringComparison.Ordinal)
            || method.Name.StartsWith("remove_", StringComparison.Ordinal);

    private static bool IsPropertyAccessor(ApiMethod method) =>
        method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal);

    private static string PropertyKey(ApiMethod accessor)
    {
        string[] indices = accessor.Name[0] == 'g' ? accessor.Parameters : accessor.Parameters[..^1];
        return $"{accessor.Name[4..]}[{string.Join(",", indices)}]";
    }
}

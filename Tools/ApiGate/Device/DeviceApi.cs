using System.Reflection;

namespace NanoFirmware.ApiGate.Device;

/// <summary>Everything the device's assemblies offer: the lists, and the facts that go with them.</summary>
public sealed class DeviceApi
{
    private static readonly Lazy<DeviceApi> Loaded = new(Load);

    private readonly Dictionary<string, ApiType> _types;

    private DeviceApi(IReadOnlyList<ApiList> lists, Facts facts)
    {
        Lists = lists;
        Facts = facts;
        _types = lists.SelectMany(list => list.Types).ToDictionary(type => type.Name);
    }

    /// <summary>The lists and facts that this program carries; read once.</summary>
    public static DeviceApi Instance => Loaded.Value;

    public IReadOnlyList<ApiList> Lists { get; }

    public Facts Facts { get; }

    /// <summary>The listed type of that ECMA name, or null.</summary>
    public ApiType? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The type, its base classes and all their interfaces, nearest first.</summary>
    public IEnumerable<ApiType> WithBases(ApiType type)
    {
        yield return type;
        foreach (string name in type.Bases.Append(ImpliedBase(type)).OfType<string>())
        {
            if (Find(name) is { } found)
            {
                foreach (ApiType above in WithBases(found))
                {
                    yield return above;
                }
            }
        }
    }

    /// <summary>The base class: listed, or implied by the kind; null for System.Object and interfaces.</summary>
    public string? BaseClass(ApiType type) =>
        type.Bases.FirstOrDefault(name => Find(name) is { Kind: ApiKind.Class }) ?? ImpliedBase(type);

    private static string? ImpliedBase(ApiType type) => type.Kind switch
    {
        ApiKind.Struct => "System.ValueType",
        ApiKind.Enum => "System.Enum",
        ApiKind.Delegate => "System.MulticastDelegate",
        ApiKind.Class when type.Name != "System.Object" => "System.Object",
        _ => null,
    };

    private static DeviceApi Load()
    {
        Assembly assembly = typeof(DeviceApi).Assembly;
        var lists = new List<ApiList>();
        var facts = new Facts();
        foreach (string name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            if (name.StartsWith("Lists/", StringComparison.Ordinal))
            {
                lists.Add(ApiList.Parse(reader));
            }
            else if (name.StartsWith("Facts/", StringComparison.Ordinal))
            {
                facts.Read(reader);
            }
        }

        return new DeviceApi(lists, facts);
    }
}

using System.Reflection;
using System.Runtime.Loader;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;

namespace NanoFirmware.DeviceModel.Weaving;

/// <summary>
/// One device of its own: a load context with woven copies of the interpreted assemblies and fresh copies of the model and of
/// the host environment, so that every static starts anew and runs do not meet.
/// </summary>
public sealed class WovenContext : AssemblyLoadContext
{
    private static readonly string[] Interpreted = [.. FirmwareAssemblies.Names, "Subjects"];
    private static readonly string[] Fresh = ["DeviceModel", "NanoHost"];
    private static readonly Dictionary<string, Lazy<byte[]>> Images = new(StringComparer.Ordinal);
    private static readonly string Folder = Path.GetDirectoryName(typeof(WovenContext).Assembly.Location)!;

    private readonly string? _extra;
    private readonly string? _removed;
    private readonly string? _removedFrom;
    private readonly CostTable _costs;
    private readonly Dictionary<int, string>? _owners;

    /// <param name="extra">A further assembly to weave, by path.</param>
    /// <param name="costs">Another cost table than the one that ships.</param>
    /// <param name="removed">A safeguard of the firmware to leave out, see <see cref="Safeguards"/>; null for none.</param>
    /// <param name="owners">Takes the method of each segment of the code, which then notes what it spends.</param>
    public WovenContext(
        string? extra = null, CostTable? costs = null, string? removed = null, Dictionary<int, string>? owners = null)
        : base("device", isCollectible: false)
    {
        _owners = owners;
        _extra = extra;
        _removed = removed;
        _removedFrom = removed == null ? null : FirmwareAssemblies.Of(Safeguards.TypeOf(removed).Replace('/', '+'));
        _costs = costs ?? CostTable.Load();
        if (_removedFrom != null)
        {
            // Now, so that a safeguard that is not there is the caller's error and no fault of the device.
            Woven(Path.Combine(Folder, _removedFrom + ".dll"));
        }
    }

    /// <summary>
    /// Calls a static method of the model's copy in this context; arguments and result are types of the base library.
    /// </summary>
    public object? Call(Type owner, string method, params object?[] arguments)
    {
        Type inside = LoadFromAssemblyName(owner.Assembly.GetName()).GetType(owner.FullName!, throwOnError: true)!;
        MethodInfo target = inside.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new MissingMethodException(owner.FullName, method);
        try
        {
            return target.Invoke(null, arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException != null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (Fresh.Contains(name))
        {
            return LoadFromAssemblyPath(Path.Combine(Folder, name + ".dll"));
        }

        if (Interpreted.Contains(name))
        {
            return LoadWoven(Path.Combine(Folder, name + ".dll"));
        }

        return _extra != null && name == Path.GetFileNameWithoutExtension(_extra) ? LoadWoven(_extra) : null;
    }

    private Assembly LoadWoven(string path) => LoadFromStream(new MemoryStream(Woven(path)));

    // Whatever is left out of one assembly, the others are woven once for all runs.
    private byte[] Woven(string path)
    {
        if (_owners != null)
        {
            return new AssemblyWeaver(_costs, Interpreted, owners: _owners).Weave(path);
        }

        string? removed = Path.GetFileNameWithoutExtension(path) == _removedFrom ? _removed : null;
        string key = _costs.Name + removed + path;
        Lazy<byte[]> image;
        lock (Images)
        {
            if (!Images.TryGetValue(key, out image!))
            {
                var weaver = new AssemblyWeaver(_costs, [.. Interpreted, Path.GetFileNameWithoutExtension(path)], removed);
                Images[key] = image = new Lazy<byte[]>(() => weaver.Weave(path));
            }
        }

        return image.Value;
    }
}

using Mono.Cecil;
using NanoFirmware.ApiGate.Projects;
using NanoFirmware.ApiGate.Source;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>Which folder of the firmware refers to which, read from the compiled code, and the picture of it.</summary>
public sealed class House
{
    private const string Root = "NanoFirmware";
    private const string Begin = "<!-- house: written by Tools/ApiGate -->";
    private const string End = "<!-- end of house -->";

    private readonly SortedDictionary<string, SortedSet<string>> _known = new(StringComparer.Ordinal);

    /// <param name="firmware">Its assemblies, tests left out.</param>
    public House(IEnumerable<DeviceImage> firmware)
    {
        foreach (DeviceImage image in firmware)
        {
            using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(image.Assembly));
            foreach (TypeDefinition type in module.GetTypes().Where(type => type.Namespace.Length > 0 || type.IsNested))
            {
                Read(type);
            }
        }
    }

    private House()
    {
    }

    /// <summary>Each folder with those that it refers to.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Known => _known;

    /// <summary>A house of these arrows.</summary>
    public static House Of(params (string User, string Used)[] arrows)
    {
        var house = new House();
        foreach ((string user, string used) in arrows)
        {
            house.Add(user, used);
        }

        return house;
    }

    /// <summary>A folder that is reached from itself, with its way; null when there is none.</summary>
    public string? Circle() => _known.Keys.Select(folder => Way(folder, folder)).FirstOrDefault(way => way is not null);

    /// <summary>The picture; an arrow that follows from others is left out.</summary>
    public string Mermaid()
    {
        IEnumerable<string> arrows =
            from folder in _known
            from used in folder.Value
            where !folder.Value.Any(other => other != used && Way(other, used) is not null)
            select $"  {Id(folder.Key)} --> {Id(used)}\n";
        IEnumerable<string> nodes = _known.Keys.Select(folder => $"  {Id(folder)}[{folder}]\n");
        return "```mermaid\ngraph TD\n" + string.Concat(nodes) + string.Concat(arrows) + "```\n";
    }

    /// <summary>The page with the picture in its place.</summary>
    /// <exception cref="InvalidOperationException">It has no such place.</exception>
    public string Write(string page)
    {
        int from = page.IndexOf(Begin, StringComparison.Ordinal);
        int to = page.IndexOf(End, StringComparison.Ordinal);
        return from >= 0 && to > from
            ? page[..(from + Begin.Length)] + "\n" + Mermaid() + page[to..]
            : throw new InvalidOperationException($"The page has no place for the picture: {Begin} and {End}");
    }

    private static string Id(string folder) => folder.Replace('/', '_');

    // The folders from one to another, each of which refers to the next.
    private string? Way(string from, string to, string passed = "")
    {
        foreach (string next in _known[from])
        {
            string way = passed + from + " → ";
            if (next == to)
            {
                return way + to;
            }

            bool wasThere = passed.Contains(next + " → ", StringComparison.Ordinal);
            if (!wasThere && Way(next, to, way) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private void Read(TypeDefinition type)
    {
        string user = FolderOf(type);
        IEnumerable<TypeReference?> used =
            new[] { type.BaseType }
                .Concat(type.Interfaces.Select(each => each.InterfaceType))
                .Concat(type.Fields.Select(field => field.FieldType))
                .Concat(type.Methods.SelectMany(Named));
        foreach (TypeReference each in used.OfType<TypeReference>().Select(each => each.GetElementType()))
        {
            bool isOwn = each.Scope is ModuleDefinition || DeviceProject.IsOwn(each.Scope.Name);
            if (isOwn && (each.IsNested || each.Namespace.StartsWith(Root, StringComparison.Ordinal)))
            {
                Add(user, FolderOf(each));
            }
        }
    }

    private static IEnumerable<TypeReference?> Named(MethodDefinition method)
    {
        IEnumerable<TypeReference?> signature = method.Parameters.Select(parameter => parameter.ParameterType)
            .Append(method.ReturnType);
        return method.HasBody
            ? signature.Concat(method.Body.Instructions.Select(instruction => instruction.Operand switch
            {
                TypeReference type => type,
                MemberReference member => member.DeclaringType,
                _ => null,
            }))
            : signature;
    }

    private void Add(string user, string used)
    {
        _known.TryAdd(user, new SortedSet<string>(StringComparer.Ordinal));
        _known.TryAdd(used, new SortedSet<string>(StringComparer.Ordinal));
        if (user != used)
        {
            _known[user].Add(used);
        }
    }

    // Namespaces follow the folders: the assembly's own, and the first one in it.
    private static string FolderOf(TypeReference type)
    {
        TypeReference outer = type;
        while (outer.DeclaringType is not null)
        {
            outer = outer.DeclaringType;
        }

        string assembly = outer.Scope is ModuleDefinition module
            ? module.Assembly.Name.Name
            : Path.GetFileNameWithoutExtension(outer.Scope.Name);
        string[] names = outer.Namespace.Split('.');
        return names.Length > 1 && names[1] != assembly ? assembly + "/" + names[1] : assembly;
    }
}

using System.Reflection;

namespace NanoFirmware.HostTests.Hardware;

/// <summary>The public and protected face of a type, in the words of the lists of the device's assemblies.</summary>
internal static class DeclaredApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!) + "&";
        }

        return type.IsArray ? Name(type.GetElementType()!) + "[]" : type.FullName!.Replace('+', '/');
    }

    public static string Head(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return "T delegate " + Name(type);
        }

        if (type.IsEnum)
        {
            return "T enum " + Name(type);
        }

        if (type.IsValueType)
        {
            return "T struct " + Name(type);
        }

        string kind = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => string.Empty,
        };
        return $"T {kind}class {Name(type)} : {Name(type.BaseType!)}";
    }

    public static IEnumerable<string> Members(Type type)
    {
        foreach (FieldInfo field in type.GetFields(Declared)
            .Where(field => IsSeen(field.IsPublic, field.IsFamily, field.IsFamilyOrAssembly)))
        {
            if (!field.IsSpecialName)
            {
                yield return $"F {(field.IsStatic ? "static " : "")}{Name(field.FieldType)} "
                    + $"{Name(type)}::{field.Name}{Value(field)}";
            }
        }

        foreach (MethodBase method in type.GetMembers(Declared).OfType<MethodBase>())
        {
            bool delegateBase = typeof(Delegate).IsAssignableFrom(type) && method.Name is "BeginInvoke" or "EndInvoke";
            if (IsSeen(method.IsPublic, method.IsFamily, method.IsFamilyOrAssembly) && !delegateBase && method.Name != ".cctor")
            {
                yield return Describe(type, method);
            }
        }
    }

    private static string Describe(Type type, MethodBase method)
    {
        string returned = method is MethodInfo info ? Name(info.ReturnType) : "System.Void";
        bool free = method.IsVirtual && !method.IsFinal && !typeof(Delegate).IsAssignableFrom(type);
        string bound = free ? "virtual " : string.Empty;
        string kind = method.IsStatic ? "static " : bound;
        string parameters = string.Join(",", method.GetParameters().Select(parameter => Name(parameter.ParameterType)));
        return $"M {kind}{returned} {Name(type)}::{method.Name}({parameters})";
    }

    private static string Value(FieldInfo field) =>
        field.IsLiteral ? " = " + Convert.ToString(
            field.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture) : string.Empty;

    private static bool IsSeen(bool isPublic, bool isFamily, bool isFamilyOrAssembly) =>
        isPublic || isFamily || isFamilyOrAssembly;
}

using System.Xml;
using System.Xml.Linq;

namespace NanoFirmware.ApiGate.Projects;

/// <summary>A value of a project file and the line it stands on.</summary>
public readonly record struct Row(string Value, int Line);

/// <summary>A reference: the assembly's name, the path it is found at, and the line it stands on.</summary>
public sealed record ReferenceRow(string Assembly, string? HintPath, int Line);

/// <summary>A row of packages.config.</summary>
public sealed record PackageRow(string Id, string Version, string? TargetFramework, int Line);

/// <summary>What a device project and the packages.config beside it say.</summary>
public sealed class NanoProject
{
    private NanoProject(XDocument project, XDocument? packages)
    {
        Sources =
            [.. Named(project, "Compile").Select(element => new Row((string?)element.Attribute("Include") ?? "", Line(element)))];
        ProjectReferences =
        [
            .. Named(project, "ProjectReference").Select(
                element => new Row((string?)element.Attribute("Include") ?? "", Line(element))),
        ];
        References = [.. Named(project, "Reference").Select(Reference)];
        LanguageVersions = Setting(project, "LangVersion");
        Checked = Setting(project, "CheckForOverflowUnderflow");
        Nullable = Setting(project, "Nullable");
        Optimised = Setting(project, "Optimize");
        IsAlwaysOptimised = Named(project, "Optimize")
            .Any(element => element.AncestorsAndSelf().All(each => each.Attribute("Condition") is null));
        Packages = packages is null ? null : [.. Named(packages, "package").Select(Package)];
    }

    /// <summary>The paths of the Compile rows, as written.</summary>
    public IReadOnlyList<Row> Sources { get; }

    /// <summary>The paths of the project references, as written.</summary>
    public IReadOnlyList<Row> ProjectReferences { get; }

    public IReadOnlyList<ReferenceRow> References { get; }

    public IReadOnlyList<Row> LanguageVersions { get; }

    /// <summary>Whether arithmetic is checked.</summary>
    public IReadOnlyList<Row> Checked { get; }

    /// <summary>Whether reference types carry annotations.</summary>
    public IReadOnlyList<Row> Nullable { get; }

    /// <summary>Whether the compiler optimises, in whichever configuration.</summary>
    public IReadOnlyList<Row> Optimised { get; }

    /// <summary>True when one of them holds without a condition.</summary>
    public bool IsAlwaysOptimised { get; }

    /// <summary>The rows of packages.config; null when there is none.</summary>
    public IReadOnlyList<PackageRow>? Packages { get; }

    /// <exception cref="XmlException">One of the files is no XML.</exception>
    public static NanoProject Parse(string project, string? packages) =>
        new(
            XDocument.Parse(project, LoadOptions.SetLineInfo),
            packages is null ? null : XDocument.Parse(packages, LoadOptions.SetLineInfo));

    private static Row[] Setting(XDocument project, string name) =>
        [.. Named(project, name).Select(element => new Row(element.Value.Trim(), Line(element)))];

    private static IEnumerable<XElement> Named(XDocument document, string name) =>
        document.Descendants().Where(element => element.Name.LocalName == name);

    private static ReferenceRow Reference(XElement element)
    {
        string name = (string?)element.Attribute("Include") ?? "";
        string? path = element.Elements().FirstOrDefault(child => child.Name.LocalName == "HintPath")?.Value.Trim();
        return new ReferenceRow(name.Split(',')[0].Trim(), path, Line(element));
    }

    private static PackageRow Package(XElement element) =>
        new(
            (string?)element.Attribute("id") ?? "", (string?)element.Attribute("version") ?? "",
            (string?)element.Attribute("targetFramework"), Line(element));

    private static int Line(XElement element) => ((IXmlLineInfo)element).LineNumber;
}

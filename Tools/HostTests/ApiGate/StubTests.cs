using Microsoft.VisualStudio.TestTools.UnitTesting;
using Mono.Cecil;
using NanoFirmware.ApiGate.Device;
using NanoFirmware.ApiGate.Projects;
using NanoFirmware.ApiGate.Stubs;

namespace NanoFirmware.HostTests.ApiGate;

[TestClass]
public class StubTests
{
    [TestMethod]
    public void The_stubs_hold_every_listed_member_and_no_other()
    {
        foreach (ApiList list in DeviceApi.Instance.Lists)
        {
            using var module = ModuleDefinition.ReadModule(new MemoryStream(StubSet.Images[list.Assembly]));
            Assert.AreEqual(list.Assembly, module.Assembly.Name.Name);
            CollectionAssert.AreEquivalent(Listed(list), Visible(module), list.Assembly);
        }
    }

    [TestMethod]
    public void The_core_library_stands_on_nothing()
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(StubSet.Images["mscorlib"]));

        Assert.IsEmpty(module.AssemblyReferences);
        Assert.IsNull(module.GetType("System.Object").BaseType);
    }

    [TestMethod]
    public void Every_fact_is_about_a_listed_type_or_member()
    {
        var known = DeviceApi.Instance.Lists.SelectMany(list => list.Types)
            .SelectMany(type => type.Methods.Select(method => method.Signature)
                .Concat(type.Fields.Select(field => field.Signature)).Append(type.Name))
            .ToHashSet();

        CollectionAssert.AreEqual(
            Array.Empty<string>(), DeviceApi.Instance.Facts.Subjects.Where(subject => !known.Contains(subject)).ToArray());
    }

    [TestMethod]
    public void Every_parameter_that_a_fact_names_is_there()
    {
        var wrong = from list in DeviceApi.Instance.Lists
                    from type in list.Types
                    from method in type.Methods
                    let names = DeviceApi.Instance.Facts.Parameters(method.Signature)
                    where names is not null && names.Length != method.Parameters.Length
                    select method.Signature;

        CollectionAssert.AreEqual(Array.Empty<string>(), wrong.ToArray());
    }

    [TestMethod]
    public void The_lists_describe_the_pinned_packages_to_the_minor_version()
    {
        foreach (ApiList list in DeviceApi.Instance.Lists)
        {
            Package package = PackageTable.Packages[list.Package];
            Assert.AreEqual(Version.Parse(list.Version).ToString(2), Version.Parse(package.Version).ToString(2), list.Package);
            CollectionAssert.Contains(package.Files, $"{list.Assembly}.dll");
        }
    }

    [TestMethod]
    public void Every_package_needs_those_that_its_members_are_made_of()
    {
        foreach (ApiList list in DeviceApi.Instance.Lists)
        {
            using var module = ModuleDefinition.ReadModule(new MemoryStream(StubSet.Images[list.Assembly]));
            var reached = Reached(list.Package).SelectMany(id => PackageTable.Packages[id].Files).ToHashSet();
            foreach (AssemblyNameReference reference in module.AssemblyReferences)
            {
                Assert.IsTrue(reached.Contains($"{reference.Name}.dll"), $"{list.Package} uses {reference.Name}");
            }
        }
    }

    private static IEnumerable<string> Reached(string id) =>
        PackageTable.Packages[id].Needs.SelectMany(Reached).Append(id).Distinct();

    private static string[] Listed(ApiList list) =>
        list.Types.SelectMany(type => type.Methods.Select(method => method.Signature)
            .Concat(type.Fields.Select(field => field.Signature)).Append(type.Name)).ToArray();

    private static string[] Visible(ModuleDefinition module) =>
        module.GetTypes().Where(type => type.IsPublic || type.IsNestedPublic || type.IsNestedFamily)
            .SelectMany(type => type.Methods.Where(method => method.IsPublic || method.IsFamily).Select(method => method.FullName)
                .Concat(type.Fields.Where(field => !field.IsPrivate && field.Name != "value__").Select(field => field.FullName))
                .Append(type.FullName)).ToArray();
}

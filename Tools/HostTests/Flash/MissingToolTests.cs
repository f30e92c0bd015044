using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Flash;

namespace NanoFirmware.HostTests.Flash;

[TestClass]
public sealed class MissingToolTests : IDisposable
{
    private readonly PretendMachine _machine = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _error.Dispose();
    }

    [TestMethod]
    public void Elsewhere_than_on_Windows_it_says_what_building_needs()
    {
        _machine.IsWindows = false;
        Refuses("needs Windows");
    }

    [TestMethod]
    public void Without_Visual_Studio_it_says_what_to_install()
    {
        _machine.Files.RemoveWhere(file => file.EndsWith("vswhere.exe", StringComparison.Ordinal));
        Refuses("Visual Studio is not installed");
    }

    [TestMethod]
    public void Without_MSBuild_it_names_the_workload()
    {
        _machine.MSBuilds.Clear();
        Refuses(".NET desktop workload");
    }

    [TestMethod]
    public void Without_the_nanoFramework_components_it_names_the_extension()
    {
        _machine.Files.RemoveWhere(file => file.Contains("nanoFramework"));
        Refuses("nanoFramework extension");
    }

    [TestMethod]
    public void Of_two_Visual_Studios_the_one_with_the_components_builds()
    {
        _machine.MSBuilds.Insert(0, @"C:\Program Files\Microsoft Visual Studio\18\Community\MSBuild\Current\Bin\MSBuild.exe");
        Assert.AreEqual(0, Flash("--port", "COM3"));
        Assert.AreEqual(PretendMachine.MSBuild, _machine.Builder);
    }

    [TestMethod]
    public void Without_NuGet_it_says_how_to_get_it()
    {
        _machine.Tools.Remove("nuget");
        Refuses("winget install Microsoft.NuGet");
    }

    [TestMethod]
    public void Without_nanoff_it_is_installed_first()
    {
        string nanoff = _machine.Tools["nanoff"];
        _machine.Tools.Remove("nanoff");
        _machine.ExitCode = step =>
        {
            _machine.Tools["nanoff"] = nanoff;
            return 0;
        };
        Assert.AreEqual(0, Flash("--port", "COM3"));
        Assert.AreEqual(@"C:\dotnet\dotnet.exe tool install -g nanoff", _machine.Ran[0].ToString());
        Assert.AreEqual(4, _machine.RanBesideRestores);
    }

    [TestMethod]
    public void A_nanoff_that_cannot_be_installed_ends_it()
    {
        _machine.Tools.Remove("nanoff");
        _machine.ExitCode = _ => 1;
        Assert.AreEqual(1, Flash("--port", "COM3"));
        Assert.AreEqual(1, _machine.Ran.Count);
        StringAssert.Contains(_error.ToString(), "Installing nanoff failed with exit code 1");
    }

    [TestMethod]
    public void The_only_port_is_the_boards()
    {
        Assert.AreEqual(0, Flash());
        StringAssert.Contains(_machine.Ran[^1].ToString(), "--serialport COM7 ");
    }

    [TestMethod]
    public void Without_a_port_it_asks_for_the_board()
    {
        _machine.Ports.Clear();
        Refuses("There is no serial port");
    }

    [TestMethod]
    public void Among_several_ports_it_asks_for_a_name()
    {
        _machine.Ports.Insert(0, "COM3");
        Refuses("COM3, COM7");
    }

    [TestMethod]
    public void A_failing_step_ends_it_with_what_to_do()
    {
        _machine.ExitCode = step => step.Arguments.Contains("--masserase") ? 5 : 0;
        Assert.AreEqual(1, Flash("--port", "COM3"));
        Assert.AreEqual(2, _machine.RanBesideRestores);
        StringAssert.Contains(_error.ToString(), "Flashing the runtime failed with exit code 5. Hold the board's BOOT button");
    }

    [TestMethod]
    public void A_build_without_an_image_ends_it()
    {
        _machine.Files.Remove(PretendMachine.Image);
        Assert.AreEqual(1, Flash("--port", "COM3"));
        Assert.AreEqual(1, _machine.RanBesideRestores);
        StringAssert.Contains(_error.ToString(), "left no " + PretendMachine.Image);
    }

    private void Refuses(string expected)
    {
        Assert.AreEqual(1, Flash());
        Assert.AreEqual(0, _machine.Ran.Count);
        StringAssert.Contains(_error.ToString(), expected);
    }

    private int Flash(params string[] arguments) => new FlashCommand(TextWriter.Null, _error, _machine).Run(arguments);
}

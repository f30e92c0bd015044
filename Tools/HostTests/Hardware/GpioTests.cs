using System.Device.Gpio;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost;

namespace NanoFirmware.HostTests.Hardware;

[TestClass]
public class GpioTests
{
    private readonly SimulatedBoard _board = SimulatedBoard.Install(new SimulatedBoard(new ManualClock()));

    [TestCleanup]
    public void Clean() => _board.Dispose();

    [TestMethod]
    public void The_boot_button_pulls_its_pin_low()
    {
        using GpioController gpio = new();
        GpioPin boot = gpio.OpenPin(0, PinMode.InputPullUp);
        Assert.AreEqual(PinValue.High, boot.Read());
        _board.Gpio.PressBoot(true);
        Assert.AreEqual(PinValue.Low, boot.Read());
        _board.Gpio.PressBoot(false);
        Assert.AreEqual(PinValue.High, boot.Read());
    }

    [TestMethod]
    public void Edges_are_told_while_the_pin_is_open()
    {
        using GpioController gpio = new();
        GpioPin boot = gpio.OpenPin(0, PinMode.InputPullUp);
        List<PinEventTypes> edges = new();
        boot.ValueChanged += (_, e) => edges.Add(e.ChangeType);
        _board.Gpio.PressBoot(true);
        _board.Gpio.PressBoot(false);
        gpio.ClosePin(0);
        _board.Gpio.PressBoot(true);
        CollectionAssert.AreEqual(new[] { PinEventTypes.Falling, PinEventTypes.Rising }, edges);
    }

    [TestMethod]
    public void A_callback_gets_the_edges_it_asked_for()
    {
        using GpioController gpio = new();
        gpio.OpenPin(0, PinMode.InputPullUp);
        int falling = 0;
        void Count(object sender, PinValueChangedEventArgs e) => falling++;
        gpio.RegisterCallbackForPinValueChangedEvent(0, PinEventTypes.Falling, Count);
        _board.Gpio.PressBoot(true);
        _board.Gpio.PressBoot(false);
        gpio.UnregisterCallbackForPinValueChangedEvent(0, Count);
        _board.Gpio.PressBoot(true);
        Assert.AreEqual(1, falling);
    }

    [TestMethod]
    public void A_pin_is_opened_once()
    {
        using GpioController gpio = new();
        gpio.OpenPin(0);
        Assert.ThrowsExactly<InvalidOperationException>(() => gpio.OpenPin(0));
        gpio.ClosePin(0);
        gpio.OpenPin(0);
    }

    [TestMethod]
    public void An_output_can_be_written_and_toggled()
    {
        using GpioController gpio = new();
        GpioPin pin = gpio.OpenPin(48, PinMode.Output);
        pin.Write(PinValue.High);
        Assert.IsTrue(_board.Gpio[48].Level, "the pin is low after a write of High");
        pin.Toggle();
        Assert.IsFalse(_board.Gpio[48].Level, "the pin is high after a toggle");
    }
}

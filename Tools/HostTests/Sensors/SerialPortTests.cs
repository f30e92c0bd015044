using System.IO.Ports;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32;
using NanoHost;
using NanoHost.Serial;

namespace NanoFirmware.HostTests.Sensors;

/// <summary>The board's serial port does what the device's does, the bad sides too.</summary>
[TestClass]
public sealed class SerialPortTests : IDisposable
{
    private const int RxPin = 18;
    private const int TxPin = 21;
    private const int UsualRing = 256;
    private const long SecondUs = 1_000_000;

    private readonly ManualClock _clock = new();
    private readonly SimulatedBoard _board;

    public SerialPortTests()
    {
        _board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        Configuration.SetPinFunction(RxPin, DeviceFunction.COM2_RX);
        Configuration.SetPinFunction(TxPin, DeviceFunction.COM2_TX);
    }

    public void Dispose() => _board.Dispose();

    [TestMethod]
    public void A_file_of_numbers_comes_at_800_lines_a_second()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "# volts\n100\n200\n300\n\n400\n");
        _board.Serial.Wire(RxPin, SerialFeed.FromFile(file));
        using SerialPort port = Open(4096);

        _clock.Advance(SecondUs / 10);

        string text = Text(port);
        StringAssert.StartsWith(text, "100\n200\n300\n400\n100\n", StringComparison.Ordinal);
        Assert.AreEqual(80, text.Count(letter => letter == '\n'));
        File.Delete(file);
    }

    [TestMethod]
    public void A_line_is_there_when_its_last_bit_is()
    {
        _board.Serial.Wire(RxPin, SerialFeed.Of(i => 1000 + i, 10));
        using SerialPort port = Open(4096);

        // Five bytes of ten bits at 115,200 baud are 434 µs.
        _clock.AdvanceTo(433);
        Assert.AreEqual(4, port.BytesToRead);
        _clock.AdvanceTo(435);
        Assert.AreEqual(5, port.BytesToRead);
    }

    [TestMethod]
    public void A_full_ring_drops_what_comes_without_a_word()
    {
        _board.Serial.Wire(RxPin, SerialFeed.Of(i => 1000 + i, 800));
        using SerialPort port = Open(UsualRing);

        _clock.Advance(SecondUs);

        Assert.AreEqual(UsualRing, port.BytesToRead);
        StringAssert.StartsWith(Text(port), "1000\n1001\n", StringComparison.Ordinal);
        Assert.AreEqual(4000 - UsualRing, _board.Serial.BytesDropped);
    }

    [TestMethod]
    public void Nobody_who_names_no_size_gets_more_than_256_bytes()
    {
        using var port = new SerialPort("COM2", 115200);

        Assert.AreEqual(UsualRing, port.ReadBufferSize);
        port.WriteBufferSize = 99;
        Assert.AreEqual(99, port.ReadBufferSize, "one field for both");
    }

    [TestMethod]
    public void A_write_to_flash_throws_away_all_that_came_when_more_than_128_bytes_do()
    {
        _board.Serial.Wire(RxPin, SerialFeed.Of(i => 1000 + i, 800));
        using SerialPort port = Open(4096);
        _clock.Advance(SecondUs / 10);
        Assert.AreEqual(400, port.BytesToRead);

        // 4,000 bytes a second: 31 ms fit, 45 do not.
        _board.Serial.Stall(31_000);
        _clock.Advance(31_000);
        Assert.AreEqual(525, port.BytesToRead);
        Assert.AreEqual(0, _board.Serial.BytesFlushed);

        _board.Serial.Stall(45_000);
        _clock.Advance(45_000);
        Assert.AreEqual(51, port.BytesToRead, "what came after the queue ran over");
        Assert.AreEqual(654, _board.Serial.BytesFlushed);
    }

    [TestMethod]
    public void A_read_waits_for_all_that_it_asks_for()
    {
        _board.Serial.Wire(RxPin, SerialFeed.Of(i => 1000 + i, 800));
        using SerialPort port = Open(4096);
        byte[] bytes = new byte[50];

        Assert.AreEqual(50, port.Read(bytes, 0, 50));

        Assert.AreEqual(11_684, _clock.NowUs, "until the tenth line was whole");
    }

    [TestMethod]
    public void A_read_of_what_never_comes_ends_by_its_time_out_or_never()
    {
        using SerialPort port = Open(4096);
        byte[] bytes = new byte[1];
        InvalidOperationException forever = Assert.ThrowsExactly<InvalidOperationException>(() => port.Read(bytes, 0, 1));
        StringAssert.Contains(forever.Message, "for ever", StringComparison.Ordinal);

        port.ReadTimeout = 100;
        Assert.ThrowsExactly<TimeoutException>(() => port.Read(bytes, 0, 1));
        Assert.AreEqual(100_000, _clock.NowUs);
    }

    [TestMethod]
    public void A_port_whose_pins_were_not_said_has_GPIO_0()
    {
        using var port = new SerialPort("COM3", 115200);
        port.Open();

        _board.Serial.Wire(0, SerialFeed.Of(i => i, 10));
        _clock.Advance(SecondUs);
        Assert.AreEqual(20, port.BytesToRead, "and hears whatever is there");
    }

    [TestMethod]
    public void A_port_is_opened_once_and_closed_for_the_next()
    {
        using (SerialPort port = Open(4096))
        {
            Assert.ThrowsExactly<InvalidOperationException>(() => Open(4096).Dispose());
            Assert.IsTrue(port.IsOpen, "the first one goes on");
        }

        using SerialPort next = Open(4096);
        Assert.IsTrue(next.IsOpen, "its pins are free again");
    }

    private static SerialPort Open(int ring)
    {
        var port = new SerialPort("COM2", 115200) { ReadBufferSize = ring };
        port.Open();
        return port;
    }

    private static string Text(SerialPort port)
    {
        byte[] bytes = new byte[port.BytesToRead];
        return Encoding.ASCII.GetString(bytes, 0, port.Read(bytes, 0, bytes.Length));
    }
}

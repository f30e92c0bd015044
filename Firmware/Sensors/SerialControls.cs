using NanoFirmware.Control;

namespace NanoFirmware.Sensors;

/// <summary>What is made of the numbers that a serial sensor says, and which pins its line has.</summary>
internal sealed class SerialControls : SensorControls
{
    public const int ReceiveIndex = Count;
    public const int SendIndex = Count + 1;

    /// <summary>No pin.</summary>
    public const int None = -1;

    private readonly Wiring _wiring;
    private readonly bool _hasOctalMemory;

    /// <param name="wiring">What is soldered elsewhere.</param>
    /// <param name="hasOctalMemory">As <see cref="Pins.Problem"/> asks.</param>
    public SerialControls(Wiring wiring, bool hasOctalMemory)
        : base(WithPins(Fill(new ControlSpec[Count + 2], NumberLine.Greatest, 500, 50)))
    {
        _wiring = wiring;
        _hasOctalMemory = hasOctalMemory;
    }

    /// <summary>GPIO that the sensor speaks to.</summary>
    public int ReceivePin => Values[ReceiveIndex];

    /// <summary>GPIO that the port would answer at: nothing is sent, but a port without it has GPIO 0.</summary>
    public int SendPin => Values[SendIndex];

    /// <inheritdoc/>
    public override string Conflict(int[] values)
    {
        string problem = base.Conflict(values);
        if (problem != null || values[OnIndex] == 0)
        {
            return problem;
        }

        int receive = values[ReceiveIndex];
        int send = values[SendIndex];
        if (receive == None || send == None)
        {
            return "rx and tx: say at which GPIO the sensor speaks, and one that is free for the port's own line (nothing is "
                + "sent, but the chip would take GPIO 0)";
        }

        return receive == send ? "rx and tx need a pin each" : PinProblem("rx", receive) ?? PinProblem("tx", send);
    }

    /// <summary>What speaks against the pins as they are; null for nothing.</summary>
    public string PinProblem() => PinProblem("rx", ReceivePin) ?? PinProblem("tx", SendPin);

    private static ControlSpec[] WithPins(ControlSpec[] specs)
    {
        specs[ReceiveIndex] = ControlSpec.Number("rx", None, Pins.Highest, None);
        specs[SendIndex] = ControlSpec.Number("tx", None, Pins.Highest, None);
        return specs;
    }

    private string PinProblem(string name, int pin)
    {
        string problem = Pins.Problem(pin, _hasOctalMemory) ?? (_wiring.Uses(pin) ? "is taken by the wiring" : null);
        return problem == null ? null : name + ": GPIO " + pin.ToString() + " " + problem;
    }
}

using System;

namespace NanoFirmware.Control;

/// <summary>What is soldered where, as far as a user may choose it; what the chip dictates is in <see cref="Board"/>.</summary>
internal sealed class Wiring
{
    /// <summary>The groups' names in a document, in the order of <see cref="Groups"/>.</summary>
    public static readonly string[] Names = { "a", "b", "microphone", "pulse" };

    // Both strips, three pins of the microphone, the pulse.
    private const int MostPins = 6;

    /// <summary>A new device's.</summary>
    public Wiring()
        : this(new StripWiring(Board.StripAPin, Board.StripLeds))
    {
    }

    private Wiring(StripWiring a)
        : this(a, new StripWiring(a, Board.StripBPin), new MicrophoneWiring(), new PulseWiring())
    {
    }

    private Wiring(StripWiring a, StripWiring b, MicrophoneWiring microphone, PulseWiring pulse)
    {
        A = a;
        B = b;
        Microphone = microphone;
        Pulse = pulse;
        Groups = new ControlSet[] { A, B, Microphone, Pulse };
    }

    public readonly StripWiring A;

    public readonly StripWiring B;

    public readonly MicrophoneWiring Microphone;

    public readonly PulseWiring Pulse;

    /// <summary>All of it as groups of values.</summary>
    public readonly ControlSet[] Groups;

    /// <summary>LEDs that are lit, of both strips together.</summary>
    public int Leds => A.Leds + B.Leds;

    /// <summary>
    /// Blocks of RMT memory that a strip gets: two of the four, but strip B only one while strip A and a pulse need the others.
    /// </summary>
    public int MemoryBlocksOf(StripWiring strip) =>
        strip == B && A.IsOn && Pulse.IsOn ? Board.RmtMemoryBlocks / 2 : Board.RmtMemoryBlocks;

    /// <summary>The same values in another one.</summary>
    public Wiring Copy() =>
        new Wiring(new StripWiring(A), new StripWiring(B), new MicrophoneWiring(Microphone), new PulseWiring(Pulse));

    /// <summary>Takes over all values of another one.</summary>
    public void Take(Wiring other)
    {
        for (int i = 0; i < Groups.Length; i++)
        {
            int[] values = other.Groups[i].Values;
            Array.Copy(values, 0, Groups[i].Values, 0, values.Length);
        }
    }

    public bool IsSame(Wiring other)
    {
        bool isSame = true;
        for (int i = 0; i < Groups.Length; i++)
        {
            int[] values = Groups[i].Values;
            int[] others = other.Groups[i].Values;
            for (int at = 0; at < values.Length; at++)
            {
                isSame = isSame && values[at] == others[at];
            }
        }

        return isSame;
    }

    /// <summary>What is wrong with values that are each in range, as a sentence with what is allowed; null for nothing.</summary>
    /// <param name="hasOctalMemory">As <see cref="Pins.Problem"/> asks.</param>
    public string Problem(bool hasOctalMemory)
    {
        if (Leds == 0)
        {
            return "a.on and b.on are both false: at least one strip must be on";
        }

        if (Leds > Board.MostLedsTogether)
        {
            return "leds: both strips together have " + Leds.ToString() + ", at most " + Board.MostLedsTogether.ToString()
                + " are allowed";
        }

        return PinProblem(hasOctalMemory);
    }

    /// <summary>Whether something is soldered to that pin.</summary>
    public bool Uses(int pin)
    {
        var names = new string[MostPins];
        var pins = new int[MostPins];
        int count = ListPins(names, pins);
        bool isUsed = false;
        for (int i = 0; i < count; i++)
        {
            isUsed = isUsed || pins[i] == pin;
        }

        return isUsed;
    }

    private string PinProblem(bool hasOctalMemory)
    {
        var names = new string[MostPins];
        var pins = new int[MostPins];
        int count = ListPins(names, pins);
        for (int i = 0; i < count; i++)
        {
            string problem = Pins.Problem(pins[i], hasOctalMemory);
            if (problem != null)
            {
                return names[i] + ": GPIO " + pins[i].ToString() + " " + problem + ": use one of " + FreePins(hasOctalMemory);
            }

            for (int other = 0; other < i; other++)
            {
                if (pins[other] == pins[i])
                {
                    return names[other] + " and " + names[i] + " are both GPIO " + pins[i].ToString()
                        + ": each needs a pin of its own";
                }
            }
        }

        return null;
    }

    private static string FreePins(bool hasOctalMemory) => hasOctalMemory
        ? "1, 2, 4-18, 21, 38-42, 47 or 48"
        : "1, 2, 4-18, 21, 33-42, 47 or 48";

    // Those that something will be done with; returns how many.
    private int ListPins(string[] names, int[] pins)
    {
        int count = 0;
        if (A.IsOn)
        {
            names[count] = "a.pin";
            pins[count++] = A.Pin;
        }

        if (B.IsOn)
        {
            names[count] = "b.pin";
            pins[count++] = B.Pin;
        }

        if (Microphone.IsOn)
        {
            for (int i = MicrophoneWiring.ClockIndex; i <= MicrophoneWiring.DataIndex; i++)
            {
                names[count] = "microphone." + Microphone.Controls[i].Name;
                pins[count++] = Microphone.Values[i];
            }
        }

        if (Pulse.IsOn)
        {
            names[count] = "pulse.pin";
            pins[count++] = Pulse.Pin;
        }

        return count;
    }
}

using NanoFirmware.Audio;
using NanoFirmware.Drive;
using NanoFirmware.Outputs;

namespace NanoFirmware.Subjects;

/// <summary>Sees what the threads of an interleaving do; the machine that runs them supplies the bodies.</summary>
public abstract class Witness
{
    /// <summary>Fills every field of a snapshot with the number of its publication.</summary>
    public abstract void Stamp(AudioSnapshot snapshot, int publication);

    /// <summary>Checks that every field carries the same number.</summary>
    public abstract void Verify(AudioSnapshot snapshot);

    /// <summary>Fills pixels with the number of their picture, as a native copy does.</summary>
    public abstract void Paint(byte[] pixels, int picture);

    /// <summary>Checks that every pixel and field carries the same number.</summary>
    public abstract void Verify(Picture picture);

    /// <summary>The µs clock.</summary>
    public abstract long Now();

    /// <summary>Time goes on by a step.</summary>
    public abstract void PassTime();

    /// <summary>Somebody writes the wire buffer.</summary>
    public abstract void Write();

    /// <summary>A transmission is started.</summary>
    public abstract void Start();

    /// <summary>Flash is read: no refill can run meanwhile.</summary>
    public abstract void ReadFlash();
}

/// <summary>One writer and one reader of the firmware's exchange.</summary>
public static class ExchangeHarness
{
    /// <summary>Publishes 1, 2, 3, …</summary>
    public static void Write(SnapshotExchange exchange, AudioSnapshot scratch, Witness witness, int publications)
    {
        for (int publication = 1; publication <= publications; publication++)
        {
            witness.Stamp(scratch, publication);
            exchange.Publish(scratch);
        }
    }

    /// <summary>Reads, and has what it got checked.</summary>
    public static void Read(SnapshotExchange exchange, AudioSnapshot copy, Witness witness, int reads)
    {
        for (int read = 0; read < reads; read++)
        {
            if (exchange.TryRead(copy))
            {
                witness.Verify(copy);
            }
        }
    }
}

/// <summary>One thread that draws for an output, and the output's own, which shows it.</summary>
public static class LiveFrameHarness
{
    /// <summary>Leaves pictures 1, 2, 3, …, each field by field, as the firmware does.</summary>
    public static void Write(LiveFrame live, Witness witness, int pictures)
    {
        for (int number = 1; number <= pictures; number++)
        {
            Picture picture = live.Begin();
            witness.Paint(picture.Grb, number);
            picture.Level = number;
            picture.ShownLevel = number;
            picture.BrightestSum = number;
            picture.Changes = number;
            live.End();
        }
    }

    /// <summary>Reads, and has what it got checked.</summary>
    public static void Read(LiveFrame live, Picture copy, Witness witness, int reads)
    {
        for (int read = 0; read < reads; read++)
        {
            if (live.TryRead(copy))
            {
                witness.Verify(copy);
            }
        }
    }
}

/// <summary>One renderer on the firmware's wire buffer, and the time that passes beside it.</summary>
public static class WireHarness
{
    /// <summary>Looks at the buffer so many times, and sends whenever it is free.</summary>
    public static void Render(WireBuffer wire, Witness witness, int looks)
    {
        for (int look = 0; look < looks; look++)
        {
            if (wire.TryBegin(witness.Now()))
            {
                witness.Write();
                witness.Start();
                wire.Sent(witness.Now());
            }
        }
    }

    /// <summary>Lets time pass in so many steps.</summary>
    public static void PassTime(Witness witness, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            witness.PassTime();
        }
    }
}

/// <summary>Threads that read flash while the strips rest.</summary>
internal static class RestHarness
{
    private const int HoldUs = 400_000;

    /// <summary>Looks for a moment once, and reads when it has one.</summary>
    public static void Read(StripRest rest, Witness witness, int number)
    {
        if (rest.TryTake(number, witness.Now()))
        {
            if (rest.IsHad(witness.Now(), HoldUs))
            {
                witness.ReadFlash();
            }

            rest.End(number);
        }
    }
}

using System;

namespace NanoFirmware.Sensors;

/// <content>What a kind of sensor may say of itself, and what each has to do.</content>
internal abstract partial class Sensor
{
    /// <summary>Samples that were lost on their way, as far as one can know.</summary>
    public abstract long Dropped { get; }

    /// <summary>What it hears while it is on, or why not.</summary>
    protected abstract string Condition { get; }

    /// <summary>Raw samples that can be had now, the oldest first.</summary>
    public abstract RawSamples Raw { get; }

    /// <summary>Takes the room that it needs while it is on, for whoever switches it on: a hop is no time for that.</summary>
    public virtual void MakeRoom() => History = History ?? new SignalHistory();

    /// <summary>Wants a turn in each hop, or none.</summary>
    public abstract void Attach(bool wantsTurn);

    /// <summary>Takes the samples that are there, by <see cref="Take"/>.</summary>
    protected abstract void Listen(long nowUs);

    /// <summary>It was switched on.</summary>
    protected abstract void Begin();

    /// <summary>It was switched off.</summary>
    protected abstract void End();

    /// <summary>Notes a fault.</summary>
    protected void Fail(Exception fault)
    {
        Faults++;
        LastFault = fault.Message;
    }
}

using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>A barber's pole: even stripes wander along, for ever.</summary>
public sealed class BarberPattern : Pattern
{
    private int _travelled;

    public override string Name => "barber";

    public override string Description => "Even stripes wander along for ever";

    public override bool Audio => false;

    public override string Parameters => "stripe 15 60 20, colours 2 6 3, pace 0 255 40";

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int stripe = Settings[0];
        int colours = Settings[1];
        int turn = stripe * colours;

        // 1/1000 pixel; a stripe's colour goes with it.
        _travelled = (_travelled + (Settings[2] * elapsedMs)) % (turn * 1000);
        int at = (_travelled / 1000) - turn;
        canvas.AddUp();
        for (int i = 0; i < 2 * colours && at < turn; i++)
        {
            if (at > -stripe)
            {
                canvas.FillAgain(at, stripe, i % colours * 255 / (colours - 1), 255, turn);
            }

            at += stripe;
        }

        if (turn < canvas.Length)
        {
            canvas.Repeat(turn);
        }
    }
}

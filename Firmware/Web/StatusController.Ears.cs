using NanoFirmware.Audio;

namespace NanoFirmware.Web;

/// <content>What is heard, and by whom.</content>
internal sealed partial class StatusController
{
    private static void WriteAudio(Reply reply, AudioThread audio)
    {
        Microphone microphone = audio.Microphone;
        reply.Name(AnswerName.Audio);
        reply.BeginObject();
        reply.Field(AnswerName.State, StateOf(audio));
        reply.Field(AnswerName.Snapshots, audio.Snapshots);
        if (microphone != null)
        {
            reply.Field(AnswerName.Slot, microphone.Slots.Offset == 0 ? "left" : "right");
            reply.Field(AnswerName.Swapped, microphone.Slots.Swapped);
            reply.Field(AnswerName.SamplesRead, microphone.SamplesRead);
            reply.Field(AnswerName.SamplesLost, audio.SamplesLost);
            reply.Field(AnswerName.HopsVanished, audio.HopsVanished);
        }

        reply.EndObject();
    }

    /// <summary>How the microphone is, or what to do about it.</summary>
    public static string StateOf(AudioThread audio)
    {
        if (!audio.Wiring.IsOn)
        {
            return Off;
        }

        if (audio.Microphone == null)
        {
            return "no microphone: check the wiring of I2S";
        }

        if (!audio.Microphone.Slots.Found)
        {
            return "no signal: check the microphone's data line and its supply";
        }

        return audio.Health.State <= MicrophoneHealth.Good ? Well : audio.Health.Sentence;
    }
}

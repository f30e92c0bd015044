using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Mqtt;

/// <summary>
/// Lights as Home Assistant's JSON schema has them. A command becomes the document by which REST would say the same, so that
/// there is one way in: its colour is the channel's own palette, its effect the pattern.
/// </summary>
internal static class HomeLight
{
    private const string Parts = "rgb";
    private const int PartCount = 3;
    private const int MostPart = 255;

    /// <summary>Writes a channel's state.</summary>
    public static void Write(JsonWriter json, Channel channel)
    {
        int[] values = channel.Controls.Values;
        json.BeginObject();
        json.Field("state", values[ChannelControls.EnabledIndex] != 0 ? "ON" : "OFF");
        json.Field("brightness", values[ChannelControls.BrightnessIndex]);
        json.Field("color_mode", Parts);
        json.Name("color");
        json.BeginObject();
        byte[] stops = channel.Custom.Stops;
        for (int i = 0; i < PartCount; i++)
        {
            json.Field(Parts.Substring(i, 1), stops[i]);
        }

        json.EndObject();
        ControlSpec pattern = channel.Controls.Controls[ChannelControls.PatternIndex];
        json.Field("effect", pattern.Choices[values[ChannelControls.PatternIndex]]);
        json.EndObject();
    }

    /// <summary>Writes the state of both strips together.</summary>
    public static void Write(JsonWriter json, MasterControls master)
    {
        json.BeginObject();
        json.Field("state", master.Power ? "ON" : "OFF");
        json.Field("brightness", master.Brightness);
        json.Field("color_mode", "brightness");
        json.EndObject();
    }

    /// <summary>Reads a command and writes what it wants of a channel, or of both. What is wrong, or null.</summary>
    /// <param name="json">The command.</param>
    /// <param name="state">Gets the document, as POST /api/state takes it.</param>
    /// <param name="group">"a", "b" or "global".</param>
    public static string Translate(JsonReader json, JsonWriter state, string group)
    {
        bool isMaster = group == "global";
        string problem = json.EnterBody();
        state.BeginObject();
        state.Name(group);
        state.BeginObject();
        JsonToken token = problem == null ? json.Next() : JsonToken.Bad;
        for (; token == JsonToken.Name && problem == null; token = json.Next())
        {
            int depth = json.Depth;
            string name = json.Text;
            problem = ReadMember(json, name, json.Next(), state, isMaster);
            json.Leave(depth);
        }

        state.EndObject();
        state.EndObject();
        return json.Problem ?? problem;
    }

    private static string ReadMember(JsonReader json, string name, JsonToken token, JsonWriter state, bool isMaster)
    {
        switch (name)
        {
            case "state":
                bool isOn = json.Text == "ON";
                state.Field(isMaster ? "power" : "enabled", isOn);
                return token == JsonToken.Text && (isOn || json.Text == "OFF") ? null : "state must be ON or OFF";
            case "brightness":
                state.Field("brightness", json.Integer);
                return token == JsonToken.Integer ? null : "brightness must be a whole number from 0 to 255";
            case "effect" when !isMaster:
                state.Field("pattern", json.Text);
                return token == JsonToken.Text ? null : "effect must be the name of a pattern";
            case "color" when !isMaster:
                return ReadColour(json, token, state);
            default:
                // A transition, a flash: what cannot be done is passed over, as lights do.
                return null;
        }
    }

    // A palette has two stops at least: both are this colour.
    private static string ReadColour(JsonReader json, JsonToken token, JsonWriter state)
    {
        int colour = 0;
        int seen = 0;
        while (token == JsonToken.BeginObject && json.Next() == JsonToken.Name)
        {
            int part = json.Text.Length == 1 ? Parts.IndexOf(json.Text[0]) : -1;
            if (json.Next() != JsonToken.Integer || part < 0 || json.Integer < 0 || json.Integer > MostPart)
            {
                break;
            }

            colour |= json.Integer << (8 * (PartCount - 1 - part));
            seen |= 1 << part;
        }

        if (seen != 7)
        {
            return "color must be an object of r, g and b from 0 to 255";
        }

        state.Field("palette", "custom");
        state.Name("colours");
        state.BeginArray();
        state.HexColour(colour);
        state.HexColour(colour);
        state.EndArray();
        return null;
    }
}

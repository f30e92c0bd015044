using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/patterns: what there is to choose from, and what can be adjusted on each.</summary>
internal sealed class PatternList : ListAnswer
{
    private static readonly byte[] IndexName = JsonWriter.NameOf("index");
    private static readonly byte[] NameName = JsonWriter.NameOf("name");
    private static readonly byte[] DescriptionName = JsonWriter.NameOf("description");
    private static readonly byte[] AudioName = JsonWriter.NameOf("audio");
    private static readonly byte[] ParametersName = JsonWriter.NameOf("parameters");
    private static readonly byte[] ControlName = JsonWriter.NameOf("control");
    private static readonly byte[] MinName = JsonWriter.NameOf("min");
    private static readonly byte[] MaxName = JsonWriter.NameOf("max");
    private static readonly byte[] DefaultName = JsonWriter.NameOf("default");
    private static readonly string[] Controls = { "p1", "p2", "p3", "p4" };

    public PatternList()
        : base("patterns", PatternCatalog.Count)
    {
    }

    protected override void WriteEntry(Reply reply, int index)
    {
        Pattern pattern = PatternCatalog.Create(index);
        PatternParameter[] parameters = PatternParameter.Read(pattern.Parameters);
        reply.BeginObject();
        reply.Field(IndexName, index);
        reply.Field(NameName, pattern.Name);
        reply.Field(DescriptionName, pattern.Description);
        reply.Field(AudioName, pattern.Audio);
        reply.Name(ParametersName);
        reply.BeginArray();
        for (int n = 0; n < parameters.Length; n++)
        {
            PatternParameter parameter = parameters[n];
            reply.BeginObject();
            reply.Field(ControlName, Controls[n]);
            reply.Field(NameName, parameter.Name);
            reply.Field(MinName, parameter.Min);
            reply.Field(MaxName, parameter.Max);
            reply.Field(DefaultName, parameter.Initial);
            reply.EndObject();
        }

        reply.EndArray();
        reply.EndObject();
    }
}

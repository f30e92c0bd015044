using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/patterns: what there is to choose from, and what can be adjusted on each.</summary>
internal sealed class PatternList : ListAnswer
{
    public PatternList()
        : base("patterns", PatternCatalog.Count)
    {
    }

    protected override void WriteEntry(Reply reply, int index)
    {
        Pattern pattern = PatternCatalog.Create(index);
        PatternParameter[] parameters = PatternParameter.Read(pattern.Parameters);
        reply.BeginObject();
        reply.Field("index", index);
        reply.Field("name", pattern.Name);
        reply.Field("description", pattern.Description);
        reply.Field("audio", pattern.Audio);
        reply.Name("parameters");
        reply.BeginArray();
        for (int n = 0; n < parameters.Length; n++)
        {
            PatternParameter parameter = parameters[n];
            reply.BeginObject();
            reply.Field("control", "p" + (n + 1).ToString());
            reply.Field("name", parameter.Name);
            reply.Field("min", parameter.Min);
            reply.Field("max", parameter.Max);
            reply.Field("default", parameter.Initial);
            reply.EndObject();
        }

        reply.EndArray();
        reply.EndObject();
    }
}

using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/patterns: what there is to choose from, and what can be adjusted on each.</summary>
internal sealed class PatternList : ListAnswer
{
    private static readonly string[] Controls = { "p1", "p2", "p3", "p4" };

    /// <param name="withGrids">Those that draw on a grid too.</param>
    public PatternList(bool withGrids)
        : base("patterns", withGrids ? PatternCatalog.CountOnGrids : PatternCatalog.Count)
    {
    }

    protected override void WriteEntry(Reply reply, int index)
    {
        Pattern pattern = PatternCatalog.Create(index);
        PatternParameter[] parameters = PatternParameter.Read(pattern.Parameters);
        reply.BeginObject();
        reply.Field(AnswerName.Index, index);
        reply.Field(AnswerName.Name, pattern.Name);
        reply.Field(AnswerName.Description, pattern.Description);
        reply.Field(AnswerName.Audio, pattern.Audio);
        reply.Field(AnswerName.Kind, pattern.IsForGrids ? "grid" : "line");
        reply.Name(AnswerName.Parameters);
        reply.BeginArray();
        for (int n = 0; n < parameters.Length; n++)
        {
            PatternParameter parameter = parameters[n];
            reply.BeginObject();
            reply.Field(AnswerName.Control, Controls[n]);
            reply.Field(AnswerName.Name, parameter.Name);
            reply.Field(AnswerName.Min, parameter.Min);
            reply.Field(AnswerName.Max, parameter.Max);
            reply.Field(AnswerName.Default, parameter.Initial);
            reply.EndObject();
        }

        reply.EndArray();
        reply.EndObject();
    }
}

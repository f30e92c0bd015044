using NanoFirmware.Layout;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/patterns: what there is to choose from, and what can be adjusted on each.</summary>
internal sealed class PatternList : ListAnswer
{
    // A pattern takes 500 bytes at most today.
    private const int EntryBytes = 1024;

    private static readonly string[] Controls = { "p1", "p2", "p3", "p4" };

    private readonly GridPlan _plan;

    /// <param name="plan">The grid that those for grids are listed for; null for none.</param>
    public PatternList(GridPlan plan)
        : base("patterns", ChannelLayout.PatternsOn(plan), EntryBytes)
    {
        _plan = plan;
    }

    private static string Kind(Pattern pattern)
    {
        string onGrids = pattern.IsForPanels ? "panels" : "grid";
        return pattern.IsForGrids ? onGrids : "line";
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
        reply.Field(AnswerName.Kind, Kind(pattern));
        if (_plan != null)
        {
            reply.Field(AnswerName.Fps, Board.FrameRateHz / pattern.HopsOn(_plan, isOnAll: false));
        }

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

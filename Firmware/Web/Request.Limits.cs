namespace NanoFirmware.Web;

/// <content>How long a body may be, which the path says.</content>
internal sealed partial class Request
{
    /// <summary>Greatest body that this path takes.</summary>
    public int Limit
    {
        get
        {
            if (IsBackup)
            {
                return BackupLimit;
            }

            if (Segment(0) == "api" && (Segment(1) == "panels" || Segment(1) == "sprites"))
            {
                return PanelsLimit;
            }

            if (_count == 3 && Segment(1) == "jam")
            {
                return Segment(2) == "recording" ? PieceLimit : JamLimit;
            }

            if (_count == 5 && Segment(3) == "layout" && Segment(4) == "map")
            {
                return PieceLimit;
            }

            return Segment(0) == "json" ? WledLimit : BodyLimit;
        }
    }

    private bool IsBackup => _count == 2 && Segment(0) == "api" && Segment(1) == "backup";
}

namespace nanoFramework.Runtime.Native;

/// <summary>The board's calendar. A PC's is left alone.</summary>
public static class Rtc
{
    /// <summary>False: the PC keeps its own time.</summary>
    public static bool SetSystemTime(DateTime time) => false;
}

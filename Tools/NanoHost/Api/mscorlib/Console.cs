namespace NanoHost;

/// <summary>System.Console as the firmware writes to it: the board's serial line, apart from what its host writes.</summary>
internal static class Console
{
    public static void WriteLine(string value) => SimulatedBoard.Current.Say(value);
}

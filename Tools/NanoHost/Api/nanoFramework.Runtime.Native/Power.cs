using NanoHost;

namespace nanoFramework.Runtime.Native;

public delegate void RebootEventHandler();

[Flags]
public enum RebootOption
{
    NormalReboot = 0,
    EnterNanoBooter = 1,
    ClrOnly = 2,
    EnterProprietaryBooter = 8
}

/// <summary>Reboot. On the board neither overload returns; here <see cref="SimulatedBoard.Reboot"/> says what happens.</summary>
public class Power
{
    public static event RebootEventHandler? OnRebootEvent;

    public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot) => RebootDevice(-1, rebootOption);

    /// <param name="exceptionTimeout">Time the handlers may take, in ms; not enforced here.</param>
    /// <param name="rebootOption">What to start into.</param>
    public static void RebootDevice(int exceptionTimeout, RebootOption rebootOption = RebootOption.NormalReboot)
    {
        OnRebootEvent?.Invoke();
        SimulatedBoard.Current.Reboot(rebootOption.ToString());
    }
}

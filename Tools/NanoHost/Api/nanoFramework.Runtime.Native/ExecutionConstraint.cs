namespace nanoFramework.Runtime.Native;

public class ConstraintException : Exception
{
    public ConstraintException()
        : base("The operation took longer than its constraint allows.")
    {
    }
}

/// <summary>A time limit on the calling thread; accepted and not enforced here.</summary>
public static class ExecutionConstraint
{
    public static void Install(int timeout, int priority)
    {
    }
}

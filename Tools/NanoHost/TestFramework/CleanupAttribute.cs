namespace nanoFramework.TestFramework;

/// <summary>Marks a method that runs once, after the last test of its class.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class CleanupAttribute : Attribute
{
}

using System.Collections.Concurrent;
using System.Reflection;

namespace nanoFramework.TestFramework;

/// <summary>
/// One test class on its way through a run. MSTest seals its own initialise and clean-up attributes, so the once-per-class
/// methods of the device framework are called from here: set-up before the first test, clean-up after the last one. When a
/// filter leaves tests out, the last one never comes and clean-up runs as the process ends.
/// </summary>
internal sealed class TestClassRun
{
    private static readonly ConcurrentDictionary<Type, TestClassRun> Runs = new();

    private readonly Type _testClass;
    private readonly object _gate = new();
    private int _testsLeft;
    private bool _setUp;
    private bool _cleanedUp;
    private Exception? _refusal;

    private TestClassRun(Type testClass)
    {
        _testClass = testClass;
        _testsLeft = testClass.GetMethods().Sum(TestsOf);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => CleanUp();
    }

    internal static TestClassRun Of(Type testClass) => Runs.GetOrAdd(testClass, type => new TestClassRun(type));

    /// <summary>Runs the set-up methods the first time; null, or why no test of this class may run.</summary>
    internal Exception? SetUp()
    {
        lock (_gate)
        {
            if (!_setUp)
            {
                _setUp = true;
                _refusal = InstanceState() ?? RunAll<SetupAttribute>();
            }

            return _refusal;
        }
    }

    /// <summary>Counts a test that ended; after the last one, runs the clean-up methods. Null, or what failed there.</summary>
    internal Exception? OneTestEnded()
    {
        lock (_gate)
        {
            return --_testsLeft == 0 ? CleanUp() : null;
        }
    }

    private static int TestsOf(MethodInfo method) =>
        method.IsDefined(typeof(TestMethodAttribute)) ? Math.Max(1, method.GetCustomAttributes<DataRowAttribute>().Count()) : 0;

    /// <summary>The device calls test methods without an instance: instance fields work here and crash there.</summary>
    private InvalidOperationException? InstanceState()
    {
        FieldInfo? field = _testClass
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy)
            .FirstOrDefault();
        return field is null
            ? null
            : new InvalidOperationException(
                _testClass.Name + "." + field.Name + " must be static: the device runs test methods without an instance.");
    }

    private Exception? CleanUp()
    {
        lock (_gate)
        {
            if (_cleanedUp || _refusal is not null)
            {
                return null;
            }

            _cleanedUp = true;
            return RunAll<CleanupAttribute>();
        }
    }

    private Exception? RunAll<TAttribute>()
        where TAttribute : Attribute
    {
        try
        {
            foreach (MethodInfo method in _testClass.GetMethods().Where(method => method.IsDefined(typeof(TAttribute))))
            {
                object? instance = method.IsStatic ? null : Activator.CreateInstance(_testClass);
                method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, null, null);
            }

            return null;
        }
#pragma warning disable CA1031 // Whatever the test author's method throws is that class's result.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }
}

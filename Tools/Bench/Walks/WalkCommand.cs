using System.CommandLine;

namespace NanoFirmware.Bench.Walks;

/// <summary>`walk`: a random walk over all controls, every frame of it checked.</summary>
internal sealed class WalkCommand : Command
{
    private readonly Option<int> _steps = new("--steps") { Description = "Steps.", DefaultValueFactory = _ => 10000 };
    private readonly Option<int> _seed = new("--seed") { Description = "Seed of the walk.", DefaultValueFactory = _ => 1 };

    internal WalkCommand()
        : base("walk", "Walk at random over all controls of both channels and the master, and check every frame.")
    {
        Options.Add(_steps);
        Options.Add(_seed);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        using var walk = new ShowWalk(arguments.GetValue(_seed));
        IReadOnlyList<string> problems = walk.Go(arguments.GetValue(_steps));
        foreach (string problem in problems)
        {
            Console.WriteLine(problem);
        }

        Console.WriteLine($"{arguments.GetValue(_steps)} steps, {walk.Frames} frames, {problems.Count} problems");
        return problems.Count == 0 ? 0 : 1;
    }
}

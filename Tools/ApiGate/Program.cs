using System.CommandLine;
using NanoFirmware.ApiGate;

var root = new Option<DirectoryInfo?>("--root") { Description = "The working copy; default: the one around the current folder." };
var check = new Command("check", "Say what would not build or not run on the device (the default).") { root };
check.SetAction(parsed => Run(parsed.GetValue(root)));
var command = new RootCommand("Proves that the firmware builds and runs on the device: sources, compiled code and project files.") { root, check };
command.SetAction(parsed => Run(parsed.GetValue(root)));

ParseResult parsed = command.Parse(args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine(string.Join(' ', parsed.Errors.Select(error => error.Message)));
    return 2;
}

return parsed.Invoke();

static int Run(DirectoryInfo? root)
{
    if ((root?.FullName ?? RepositoryCheck.FindRoot(Environment.CurrentDirectory)) is not { } folder)
    {
        Console.Error.WriteLine("No nanoFirmware.sln here or above: run inside the working copy, or name it with --root.");
        return 2;
    }

    var repository = new RepositoryCheck(folder);
    var violations = repository.CheckSources().Concat(repository.CheckDesktop())
        .Distinct().OrderBy(found => found.File, StringComparer.Ordinal).ThenBy(found => found.Line).ToList();
    foreach (Violation violation in violations)
    {
        Console.WriteLine(violation);
    }

    return violations.Count == 0 ? 0 : 1;
}

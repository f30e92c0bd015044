using NanoFirmware.Generator;

string root = Repository.Root();
foreach ((string path, string text) in GeneratedSources.All(root))
{
    File.WriteAllText(Path.Combine(root, path), text);
    Console.WriteLine(path);
}

return 0;

using AuthKit.Fuzzing;
using SharpFuzz;

// TARGET: for afl-fuzz. TARGET FILE…: reads each once, to see what was found.
if (args is not [var name, .. var files] || Target.All.FirstOrDefault(target => target.Name == name) is not { } chosen)
{
    Console.Error.WriteLine($"Which of {string.Join(", ", Target.All)}?");
    return 2;
}

foreach (var file in files)
    chosen.Read(File.ReadAllBytes(file));
if (files.Length > 0)
    return 0;

Fuzzer.OutOfProcess.Run(stream =>
{
    using var input = new MemoryStream();
    stream.CopyTo(input);
    chosen.Read(input.ToArray());
});
return 0;

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuthKit.Docs.Tests;

/// <summary>
/// A page's C# as a reader would take it: classes in files of their own, beside the files of this repository that the page names,
/// and lines of <c>builder</c>'s or <c>app</c>'s in the Program.cs of a new web app, all of it with that app's implicit usings.
/// </summary>
internal static partial class PrintedCode
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The blocks of a page, without the indentation of a list that they stand in.</summary>
    public static IReadOnlyList<string> BlocksOf(string page) =>
    [
        .. Block().Matches(page).Select(block => Regex.Replace(block.Groups["code"].Value, $"^{block.Groups["indent"].Value}", "", RegexOptions.Multiline)),
    ];

    /// <summary>Whether a block is part of a program, rather than classes.</summary>
    public static bool IsProgram(string block) => Statement().IsMatch(block);

    /// <summary>A block in a project of its own.</summary>
    public static CSharpCompilation Compile(string root, string page, string block)
    {
        var beside = Beside().Matches(page).Select(file => file.Groups["path"].Value).Distinct().Select(path => Namespace().Replace(File.ReadAllText(Path.Combine(root, path)), ""));
        var classes = BlocksOf(page).Where(other => !IsProgram(other)).Concat(beside);
        var program = IsProgram(block) ? Program(block) : "return;";
        var trees = classes.Append(program).Append(ImplicitUsings).Select(text => CSharpSyntaxTree.ParseText(text, Language));
        return CSharpCompilation.Create("Printed", trees, References, new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>What the compiler objects to; that packages were built against earlier releases of others is no concern of the reader's.</summary>
    public static IEnumerable<string> ObjectionsTo(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning && found.Id is not ("CS1701" or "CS1702")).Select(found => found.ToString());

    // The lines between which every web app has its own.
    private static string Program(string block)
    {
        if (block.Contains("WebApplication.CreateBuilder", StringComparison.Ordinal))
            return block;
        var usings = string.Concat(Using().Matches(block).Select(match => match.Value));
        var lines = Using().Replace(block, "");
        return App().IsMatch(lines)
            ? $"{usings}var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\n{lines}\napp.Run();"
            : $"{usings}var builder = WebApplication.CreateBuilder(args);\n{lines}\nvar app = builder.Build();\napp.MapAuthKit();\napp.Run();";
    }

    [GeneratedRegex("^(?<indent> *)```csharp\n(?<code>.*?)^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(builder|app|File|var)\b", RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^app\.", RegexOptions.Multiline)]
    private static partial Regex App();

    [GeneratedRegex(@"^using [\w.]+;\n", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex("^namespace .*;$", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"`(?<path>tests/[\w./]+\.cs)`")]
    private static partial Regex Beside();
}

using System.Globalization;

namespace AuthKit.Contracts.Tests.Replay;

/// <summary>Reads transcripts.</summary>
internal sealed class TranscriptParser
{
    private readonly string _path;
    private readonly Queue<string> _lines;
    private readonly List<string> _with = [];
    private readonly List<Step> _steps = [];
    private string? _after;

    private TranscriptParser(string path, string text) => (_path, _lines) = (path, new(text.ReplaceLineEndings("\n").Split('\n')));

    public static Transcript Parse(string path, string text) => new TranscriptParser(path, text).Parse();

    private Transcript Parse()
    {
        while (_lines.TryDequeue(out var line))
        {
            var words = line.Split(' ', 2);
            switch (words[0])
            {
                case "" or "#":
                    break;
                case "@after":
                    _after = words[1];
                    break;
                case "@with":
                    _with.Add(words[1]);
                    break;
                case "@wait":
                    _steps.Add(new Wait(TimeSpan.ParseExact(words[1], "c", CultureInfo.InvariantCulture)));
                    break;
                case "@mail":
                    var mail = words[1].Split(' ');
                    _steps.Add(new Mail(mail[0], mail[1]));
                    break;
                case "@link":
                    var link = words[1].Split(' ', 2);
                    _steps.Add(new Linking(link[0], link[1]));
                    break;
                case "@role":
                    var role = words[1].Split(' ');
                    _steps.Add(new RoleGiven(role[0], role[1]));
                    break;
                case "@code":
                    var authorization = words[1].Split(' ');
                    _steps.Add(new Authorization(authorization[0], authorization[1]));
                    break;
                case "@device":
                    var decision = words[1].Split(' ');
                    _steps.Add(new DeviceDecision(decision[0], decision[1] == "allow"));
                    break;
                case "@external":
                    _steps.Add(new ExternalReturn(words[1]));
                    break;
                case "@assertion":
                    _steps.Add(new Signing(words[1]));
                    break;
                case "@totp":
                    var authenticator = words[1].Split(' ');
                    _steps.Add(new Authenticator(authenticator[0], authenticator[1]));
                    break;
                case "###":
                    _steps.Add(Exchange(words[1]));
                    break;
                default:
                    throw new FormatException($"{_path}: this line means nothing: {line}");
            }
        }

        return new(_path, _after, _with, _steps);
    }

    private Exchange Exchange(string title)
    {
        var request = Next(title).Split(' ', 2);
        var headers = Headers();
        var body = Body(line => line.StartsWith(">>>", StringComparison.Ordinal));
        var status = int.Parse(Next(title)[">>>".Length..], CultureInfo.InvariantCulture);
        var replyHeaders = Headers();
        return new(title, request[0], request[1], headers, body, status, replyHeaders, Body(line => line.StartsWith("###", StringComparison.Ordinal) || line.StartsWith('@')));
    }

    private List<HeaderLine> Headers()
    {
        var headers = new List<HeaderLine>();
        while (_lines.TryPeek(out var line) && line.Length > 0 && !line.StartsWith(">>>", StringComparison.Ordinal))
        {
            var colon = _lines.Dequeue().Split(':', 2);
            headers.Add(new(colon[0], colon[1].Trim()));
        }

        return headers;
    }

    private string Body(Func<string, bool> isEnd)
    {
        var body = new List<string>();
        while (_lines.TryPeek(out var line) && !isEnd(line))
            body.Add(_lines.Dequeue());
        return string.Join('\n', body).Trim('\n');
    }

    private string Next(string title) => _lines.TryDequeue(out var line) ? line : throw new FormatException($"{_path}: '{title}' ends too early.");
}

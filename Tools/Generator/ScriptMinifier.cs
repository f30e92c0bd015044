using System.Text;
using System.Text.RegularExpressions;

namespace NanoFirmware.Generator;

/// <summary>
/// Makes a script smaller: comments and needless white space go, and what the script itself calls things by becomes short.
/// It knows words, numbers, texts, regular expressions and signs, and nothing of what they mean.
/// </summary>
public static partial class ScriptMinifier
{
    // After one of these a line break is never the end of a statement.
    private const string Continues = ";{,([=:?&|+-*<>.";

    /// <summary>The same script, smaller.</summary>
    /// <exception cref="FormatException">A text does not end.</exception>
    public static string Minify(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        List<string> tokens = JoinDeclarations(ScriptNames.Shorten(Tokens(script)));
        var small = new StringBuilder();
        string last = "{";
        foreach (string token in tokens)
        {
            if (token == "\n")
            {
                last = last == "\n" || Continues.Contains(last[^1], StringComparison.Ordinal) ? last : token;
                continue;
            }

            if (last == "\n" && small.Length > 0 && token[0] is not ('}' or ')' or ']'))
            {
                small.Append('\n');
            }
            else if (small.Length > 0 && NeedsSpace(small[^1], Shorter(token)[0]))
            {
                small.Append(' ');
            }

            // What stands before a closing brace needs no end of its own.
            if (token == "}" && small.Length > 0 && small[^1] == ';' && last == ";")
            {
                small.Length--;
            }

            small.Append(Shorter(token));
            last = token;
        }

        return small.ToString();
    }

    /// <summary>Words, numbers, texts, regular expressions, signs, and line breaks.</summary>
    internal static List<string> Tokens(string script)
    {
        var tokens = new List<string>();
        for (int at = 0; at < script.Length;)
        {
            Match match = Token().Match(script, at);
            if (!match.Success || match.Index != at)
            {
                throw new FormatException("this does not end: " + script[at..Math.Min(script.Length, at + 40)]);
            }

            string token = match.Value;
            if (token[0] == '/' && token.Length == 1 && IsValueExpected(tokens))
            {
                token = Expression().Match(script, at).Value;
            }

            at += token.Length;
            if (token == "\n" || (!char.IsWhiteSpace(token[0]) && !token.StartsWith("//", StringComparison.Ordinal)))
            {
                tokens.Add(token);
            }
        }

        return tokens;
    }

    // A declaration right after another goes on in it. Each bracket knows whether the statement that it is in is one.
    private static List<string> JoinDeclarations(List<string> tokens)
    {
        var joined = new List<string>();
        var inDeclaration = new Stack<bool>([false]);
        foreach (string token in tokens)
        {
            string last = joined.Count == 0 ? ";" : joined[^1];
            if (token is "const" or "let" && last == ";" && joined.Count > 0 && inDeclaration.Peek())
            {
                joined[^1] = ",";
                continue;
            }

            if (token != "\n" && last is ";" or "{" or "}" or "\n")
            {
                inDeclaration.Pop();
                inDeclaration.Push(token is "const" or "let");
            }

            if (token is "{" or "(" or "[")
            {
                inDeclaration.Push(false);
            }
            else if (token is "}" or ")" or "]")
            {
                inDeclaration.Pop();
            }

            if (token != "\n" || last != ";")
            {
                joined.Add(token);
            }
        }

        return joined;
    }

    // A stroke is a division after a value and begins a regular expression elsewhere.
    private static bool IsValueExpected(List<string> tokens) =>
        tokens.Count == 0 || "(,=:[!&|?{};\n".Contains(tokens[^1], StringComparison.Ordinal);

    // The same in fewer characters.
    private static string Shorter(string token) => token switch
    {
        "const" => "let",
        "true" => "!0",
        "false" => "!1",
        _ => token,
    };

    private static bool NeedsSpace(char before, char after) =>
        (IsWord(before) && IsWord(after)) || (before == after && before is '+' or '-');

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';

    [GeneratedRegex(@"\n|[ \t\r]+|//[^\n]*|[A-Za-z0-9_$]+|'(?:[^'\\\n]|\\.)*'|""(?:[^""\\\n]|\\.)*""|\+\+|--|\.\.\.|[^'""\s]")]
    private static partial Regex Token();

    [GeneratedRegex(@"/(?:[^/\\\n\[]|\\.|\[[^\]]*\])+/[a-z]*")]
    private static partial Regex Expression();
}

namespace NanoFirmware.Generator;

/// <summary>
/// Short names for what a script calls things by itself: variables, functions, parameters, and the keys of its tables.
/// </summary>
internal static class ScriptNames
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The same tokens with short names, wherever it is sure that nothing else goes by the long ones.</summary>
    internal static List<string> Shorten(List<string> tokens)
    {
        // Every name has a token before it and one after it.
        List<string> code = [";", .. tokens, ";"];
        ShortenKeys(code);
        ShortenVariables(code);
        return code[1..^1];
    }

    // A table is a constant object that is used as table.key only: no key is ever made at run time.
    private static void ShortenKeys(List<string> code)
    {
        for (int i = 0; i < code.Count - 3; i++)
        {
            if (code[i] == "const" && code[i + 2] == "=" && code[i + 3] == "{" && IsTable(code, code[i + 1]))
            {
                ShortenKeys(code, code[i + 1], i + 3);
            }
        }
    }

    private static bool IsTable(List<string> code, string name) =>
        Enumerable.Range(1, code.Count - 2).All(i => code[i] != name || code[i + 1] == "." || code[i - 1] == "const");

    // What a token does to the depth of brackets.
    private static int Step(string token) => token switch
    {
        "(" or "[" or "{" => 1,
        ")" or "]" or "}" => -1,
        _ => 0,
    };

    private static void ShortenKeys(List<string> code, string table, int opening)
    {
        var shorter = new Dictionary<string, string>();
        string last = "{";
        for (int depth = 1, at = opening + 1; depth > 0; at++)
        {
            depth += Step(code[at]);
            if (depth == 1 && last is "{" or "," && code[at + 1] == ":")
            {
                shorter[code[at]] = Names().ElementAt(shorter.Count);
                code[at] = shorter[code[at]];
            }

            last = code[at] == "\n" ? last : code[at];
        }

        for (int at = 2; at < code.Count; at++)
        {
            if (code[at - 2] == table && code[at - 1] == ".")
            {
                code[at] = shorter[code[at]];
            }
        }
    }

    // A name means a variable unless it is a property: after a dot, or a key. Alone in the braces of an object it is both, and
    // becomes key: variable.
    private static void ShortenVariables(List<string> code)
    {
        int[] places = [.. Enumerable.Range(0, code.Count).Where(i => code[i] != "\n")];
        HashSet<string> declared = Declared([.. places.Select(i => code[i])]);
        bool[] inObject = InObject(code, places);
        int[] names =
            [.. Enumerable.Range(1, places.Length - 2).Where(n => !IsProperty(code[places[n - 1]], code[places[n + 1]]))];
        int[] variables = [.. names.Where(n => code[places[n]].Length > 1 && declared.Contains(code[places[n]]))];
        HashSet<string> taken = [.. names.Except(variables).Select(n => code[places[n]])];
        Dictionary<string, string> shorter = variables.GroupBy(n => code[places[n]])
            .OrderByDescending(use => use.Count() * use.Key.Length).ThenBy(use => use.Key, StringComparer.Ordinal)
            .Zip(Names().Where(name => !taken.Contains(name))).ToDictionary(pair => pair.First.Key, pair => pair.Second);
        bool[] both =
            [.. variables.Select(n => inObject[n] && code[places[n - 1]] is "{" or "," && code[places[n + 1]] is "," or "}")];
        foreach ((int n, bool isKey) in variables.Zip(both))
        {
            string name = code[places[n]];
            code[places[n]] = isKey ? name + ":" + shorter[name] : shorter[name];
        }
    }

    private static bool IsProperty(string before, string after) => before == "." || (before is "{" or "," && after == ":");

    // For each place whether the innermost bracket is the brace of an object; one of a block comes after a parenthesis, an arrow
    // or a word.
    private static bool[] InObject(List<string> code, int[] places)
    {
        var brackets = new Stack<bool>();
        bool[] inObject = new bool[places.Length];
        for (int n = 1; n < places.Length; n++)
        {
            string token = code[places[n]];
            if (token is "{" or "(" or "[")
            {
                brackets.Push(
                    token == "{" && code[places[n - 1]] is "=" or "(" or "," or ":" or "?" or "[" or "return" or "const"
                        or "let");
            }
            else if (token is "}" or ")" or "]")
            {
                brackets.Pop();
            }

            inObject[n] = brackets.TryPeek(out bool innermost) && innermost;
        }

        return inObject;
    }

    // Constants, variables, functions and their parameters.
    private static HashSet<string> Declared(List<string> code)
    {
        var declared = new HashSet<string>();
        for (int i = 1; i < code.Count - 1; i++)
        {
            if (code[i] is "const" or "let")
            {
                declared.UnionWith(Variables(code, i + 1));
            }
            else if (code[i] == "function")
            {
                declared.Add(code[i + 1]);
                declared.UnionWith(Parameters(code, code.IndexOf(")", i)));
            }
            else if (code[i] == "=" && code[i + 1] == ">")
            {
                declared.UnionWith(code[i - 1] == ")" ? Parameters(code, i - 1) : [code[i - 1]]);
            }
            else if (code[i] == "catch" && code[i + 1] == "(")
            {
                declared.Add(code[i + 2]);
            }
        }

        return declared;
    }

    // Those up to the end of the statement that stand at its own depth, first or after a comma.
    private static IEnumerable<string> Variables(List<string> code, int at)
    {
        for (int depth = 0; depth >= 0 && code[at] is not (";" or "of" or "in") || depth > 0; at++)
        {
            depth += Step(code[at]);
            if (depth == 0 && char.IsAsciiLetter(code[at][0]) && code[at - 1] is "const" or "let" or ",")
            {
                yield return code[at];
            }
        }
    }

    private static IEnumerable<string> Parameters(List<string> code, int closing)
    {
        for (int at = closing - 1; code[at] != "("; at--)
        {
            if (char.IsAsciiLetter(code[at][0]))
            {
                yield return code[at];
            }
        }
    }

    private static IEnumerable<string> Names() => Letters.Select(one => one.ToString())
        .Concat(Letters.SelectMany(one => Letters.Select(other => one.ToString() + other)))
        .Where(name => name is not ("do" or "if" or "in" or "of"));
}

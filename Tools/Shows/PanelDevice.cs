using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace NanoFirmware.Shows;

/// <summary>A device's panels by its REST API.</summary>
/// <param name="client">Whose base address is the device's.</param>
public sealed class PanelDevice(HttpClient client)
{
    private int[] _presses = [];

    /// <summary>How many panels there are, of what size, and the columns between two.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public async Task<(int Panels, int Size, int Gap)> Hang()
    {
        JsonElement told = await client.GetFromJsonAsync<JsonElement>("/api/panels").ConfigureAwait(false);
        int panels = told.GetProperty("count").GetInt32();
        if (panels == 0)
        {
            throw new InvalidOperationException("there are no panels: set a layout of them first, see docs/panels.md");
        }

        _presses = PressesIn(told);
        return (panels, told.GetProperty("size").GetInt32(), told.GetProperty("gap").GetInt32());
    }

    /// <summary>Of each panel how often it was pressed since the last call.</summary>
    public async Task<int[]> Presses()
    {
        int[] now = PressesIn(await client.GetFromJsonAsync<JsonElement>("/api/panels").ConfigureAwait(false));
        int[] since = [.. now.Select((count, panel) => count - _presses[panel])];
        _presses = now;
        return since;
    }

    /// <summary>Shows what a body tells.</summary>
    public async Task Show(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri("/api/panels", UriKind.Relative), content)
            .ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }

    private static int[] PressesIn(JsonElement told) =>
        [.. told.GetProperty("panels").EnumerateArray().Select(panel => panel.GetProperty("presses").GetInt32())];
}

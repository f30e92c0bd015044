using System.Net.Http.Json;
using System.Text.Json;

namespace NanoFirmware.Simulator;

/// <summary>Chooses a pattern as anybody would: by the device's API.</summary>
internal static class PatternChoice
{
    /// <summary>Shows it on both strips.</summary>
    /// <exception cref="UsageException">The device refuses it; the message says why.</exception>
    internal static async Task ShowAsync(string deviceAddress, string pattern)
    {
        using var http = new HttpClient();
        foreach (string channel in new[] { "a", "b" })
        {
            HttpResponseMessage answer = await http.PostAsJsonAsync($"{deviceAddress}/api/channel/{channel}", new { pattern });
            if (!answer.IsSuccessStatusCode)
            {
                JsonElement refusal = await answer.Content.ReadFromJsonAsync<JsonElement>();
                throw new UsageException($"--pattern {pattern}: {refusal.GetProperty("error").GetString()}");
            }
        }
    }
}

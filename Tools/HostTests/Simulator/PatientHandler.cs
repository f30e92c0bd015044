using System.Net;

namespace NanoFirmware.HostTests.Simulator;

/// <summary>A client's manners: told that the device is busy it asks again when <c>Retry-After</c> says.</summary>
internal sealed class PatientHandler : DelegatingHandler
{
    // A device on a machine that is busy with other things gets through sooner or later; one that never does is a fault.
    private const int Tries = 30;

    internal PatientHandler()
        : this(new HttpClientHandler())
    {
    }

    internal PatientHandler(HttpMessageHandler inner)
        : base(inner)
    {
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (int left = Tries; ; left--)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            if (left == 0 || answer.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                return answer;
            }

            TimeSpan wait = answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
            answer.Dispose();
            await Task.Delay(wait, cancellationToken);
        }
    }
}

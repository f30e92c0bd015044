using System.Net;

namespace NanoFirmware.Web;

/// <summary>Answers a request whose headers are there; its connection is closed afterwards.</summary>
/// <param name="context">The request.</param>
/// <param name="sinceMs">When its connection was accepted: from then on its time runs.</param>
internal delegate void RequestHandler(HttpListenerContext context, long sinceMs);

using System.Net;

namespace NanoFirmware.Web;

/// <summary>Answers a request whose headers are there; its connection is closed afterwards.</summary>
internal delegate void RequestHandler(HttpListenerContext context);

using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <summary>A body that is an object of one text.</summary>
internal static class OneField
{
    /// <summary>The text; null when the reply says what is wrong.</summary>
    /// <param name="request">Its body is read.</param>
    /// <param name="reply">Gets a 400.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="allowed">What the text may be, as the end of a sentence that names the field.</param>
    public static string Read(Request request, Reply reply, string field, string allowed)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        if (
            json.Next() == JsonToken.BeginObject && json.Next() == JsonToken.Name && json.Text == field
                && json.Next() == JsonToken.Text)
        {
            string text = json.Text;
            if (json.Next() == JsonToken.EndObject && json.Next() == JsonToken.End)
            {
                return text;
            }
        }

        reply.Error(400, json.Problem ?? Rule(field, allowed));
        return null;
    }

    /// <summary>What the body must be.</summary>
    public static string Rule(string field, string allowed) => "the body must be {\"" + field + "\":…}" + allowed;
}

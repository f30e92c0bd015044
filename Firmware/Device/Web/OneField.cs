namespace NanoFirmware.Web;

/// <summary>A body that is an object of one text.</summary>
internal static class OneField
{
    /// <summary>The text; null when the reply says what is wrong.</summary>
    /// <param name="request">Its body is read.</param>
    /// <param name="reply">Gets a 400.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="min">Least length in characters.</param>
    /// <param name="max">Greatest length.</param>
    public static string Read(Request request, Reply reply, string field, int min, int max)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        if (json.Next() == JsonToken.BeginObject && json.Next() == JsonToken.Name && json.Text == field && json.Next() == JsonToken.Text)
        {
            string text = json.Text;
            if (text.Length >= min && text.Length <= max && json.Next() == JsonToken.EndObject && json.Next() == JsonToken.End)
            {
                return text;
            }
        }

        reply.Error(400, json.Problem ?? "the body must be {\"" + field + "\":…}, a text of " + min.ToString() + " to " + max.ToString() + " characters");
        return null;
    }
}

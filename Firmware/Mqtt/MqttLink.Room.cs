using NanoFirmware.Network;

namespace NanoFirmware.Mqtt;

/// <content>A jam's room, carried for whoever plays in it.</content>
internal sealed partial class MqttLink
{
    private void CarryRoom()
    {
        FarRoom room = _device.FarRoom;
        if (room != _room)
        {
            LeaveRoom();
            _room = room;
            if (room != null)
            {
                _line.Subscribe(MqttTopics.Root + room.Topic);
                room.IsCarried = true;
                room.Joined();
            }
        }

        byte[] message = room == null ? null : room.Next();
        while (message != null && _line.TryPublish(MqttTopics.Root + room.Topic, message, false))
        {
            room.Carried();
            message = room.Next();
        }
    }

    private void LeaveRoom()
    {
        if (_room != null)
        {
            _room.IsCarried = false;
            _line.Unsubscribe(MqttTopics.Root + _room.Topic);
        }
    }
}

// MQTT 3.1.1 (OASIS, 29 October 2014) in as far as a room needs it: QoS 0, one topic, a clean session. Chapters as there.
let mqtt = { connect: 1, welcome: 2, publish: 3, subscribe: 8, subscribed: 9, ping: 12, pong: 13, disconnect: 14 };
let refusals = {
  1: 'The broker wants another version of MQTT.', 2: 'The broker does not take this page\'s name.',
  3: 'The broker is not ready.', 4: 'The broker refuses this user and password.', 5: 'The broker refuses this user and password.'
};

// What is longer is no packet of a jam.
let longestPayload = 4096;

// 1.5.3: a text, or bytes, behind its length.
function mqttText(text) {
  let bytes = typeof text === 'string' ? utf8.encode(text) : text;
  return [bytes.length >> 8, bytes.length & 255, ...bytes];
}

// 2.2: type, flags, remaining length, rest.
function mqttPacket(type, flags, rest) {
  let head = [type << 4 | flags], left = rest.length;
  do {
    head.push(left & 127 | (left > 127 ? 128 : 0));
    left >>= 7;
  } while (left);
  return new Uint8Array([...head, ...rest]);
}

// 3.1; will is what the broker says there when the connection ends without a word.
function mqttConnect(id, keepAliveS, topic, will, user, password) {
  let flags = 2 | 4 | (user ? 128 : 0) | (user && password ? 64 : 0);
  return mqttPacket(mqtt.connect, 0, [
    ...mqttText('MQTT'), 4, flags, keepAliveS >> 8, keepAliveS & 255, ...mqttText(id), ...mqttText(topic), ...mqttText(will),
    ...user ? mqttText(user) : [], ...user && password ? mqttText(password) : []
  ]);
}

// 3.3
function mqttPublish(topic, payload) {
  return mqttPacket(mqtt.publish, 0, [...mqttText(topic), ...payload]);
}

// 3.8
function mqttSubscribe(topic) {
  return mqttPacket(mqtt.subscribe, 2, [0, 1, ...mqttText(topic), 0]);
}

// Makes packets of bytes that come in pieces of any size (6.0: a packet need not end with a message of the WebSocket).
class MqttReader {
  constructor() {
    this.bytes = new Uint8Array(0);
    this.skipped = 0;
  }

  // The packets that are whole by now; null where the other side does not speak MQTT.
  take(piece) {
    let skip = Math.min(this.skipped, piece.length), packets = [], all = new Uint8Array(this.bytes.length + piece.length - skip);
    this.skipped -= skip;
    all.set(this.bytes);
    all.set(piece.subarray(skip), this.bytes.length);
    this.bytes = all;
    for (;;) {
      let at = 1, length = 0, { bytes } = this;
      for (; at < bytes.length && at < 5; at++) {
        length |= (bytes[at] & 127) << 7 * (at - 1);
        if (bytes[at] < 128) break;
      }
      if (at === 5) return null;
      if (at >= bytes.length) return packets;
      let end = at + 1 + length;
      if (length > longestPayload) {
        // Nobody's memory is filled by what is no packet of a jam.
        this.skipped = Math.max(0, end - bytes.length);
        this.bytes = bytes.slice(end);
        continue;
      }
      if (bytes.length < end) return packets;
      packets.push({ type: bytes[0] >> 4, flags: bytes[0] & 15, body: bytes.slice(at + 1, end) });
      this.bytes = bytes.slice(end);
    }
  }
}

// What was published, without its topic: there is only one. Null for what the broker kept: it is old.
function mqttPayload({ flags, body }) {
  let at = 2 + (body[0] << 8 | body[1]) + (flags & 6 ? 2 : 0);
  return flags & 1 || at > body.length ? null : body.subarray(at);
}

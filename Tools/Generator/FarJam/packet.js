// A jam's messages in bytes, as Firmware/Jam/JamPacket.cs and JamMessage.cs have them; docs/jam.md tells the layout.
let kinds = {
  step: 1, colours: 2, transport: 3, track: 4, row: 5, hello: 6, bye: 7, ping: 8, pong: 9, digest: 10, ask: 11, by: 12,
  note: 128
};
let lengths = [0, 7, 7, 12, 7, 23, 7, 1, 6, 14, 4, 2, 2];
let headBytes = 8, helloBytes = 7, rowBytes = 23, digestBytes = 4, lastStamp = 0x7FFFFF;
let utf8 = new TextEncoder(), fromUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

// The checksum of a room's name: CRC-16/CCITT-FALSE.
function roomSum(room) {
  let crc = 0xFFFF;
  for (let i = 0; i < room.length; i++) {
    crc ^= room.charCodeAt(i) << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xFFFF;
  }
  return crc;
}

// Lowest byte first.
function number(bytes, at, count) {
  let sum = 0;
  for (let i = count - 1; i >= 0; i--) sum = sum << 8 | bytes[at + i];
  return sum;
}

// A packet that is being written: a head, and messages to its end.
class PacketWriter {
  constructor(bytes) {
    this.bytes = new Uint8Array(bytes);
    this.at = headBytes;
  }

  put(value, count = 1) {
    for (let i = 0; i < count; i++) this.bytes[this.at++] = value >> 8 * i;
  }

  get room() { return this.bytes.length - this.at; }

  get isEmpty() { return this.at === headBytes; }

  // The whole packet, its head written last.
  end(isSnapshot, sum, sender, sequence, sessionMs) {
    let length = this.at;
    this.at = 0;
    this.put(0x4A);
    this.put(1 << 4 | (isSnapshot ? 1 : 0));
    this.put(sum, 2);
    this.put(sender);
    this.put(sequence);
    this.put(sessionMs, 2);
    return this.bytes.slice(0, length);
  }
}

// Says that somebody leaves; nobody reads its sequence and its time.
function byePacket(sum, sender) {
  let packet = new PacketWriter(headBytes + lengths[kinds.bye]);
  packet.put(kinds.bye);
  return packet.end(false, sum, sender, 0, 0);
}

// Whether it is one of that room, and not from own.
function isFor(packet, sum, own) {
  return packet.length > headBytes && packet[0] === 0x4A && packet[1] >> 4 === 1 && number(packet, 2, 2) === sum
    && packet[4] !== own && packet[4] > 0 && packet[4] < 255;
}

// Bytes of the message that begins there; 0 when there is none, or not all of it.
function messageLength(packet, at) {
  let kind = packet[at], left = packet.length - at;
  let length = kind >= kinds.note ? 2 : lengths[kind] || Infinity;
  if (kind === kinds.hello && left >= helloBytes) length = helloBytes + packet[at + 6];
  return left >= length ? length : 0;
}

// What a message says about a cell or about a track's row; null when something in it is out of range.
function readCell(packet, at) {
  let [kind, one, two, three] = packet.subarray(at, at + 4);
  if (kind === kinds.step) {
    let isStep = one < 8 && two < 16 && (three & 127) <= 100;
    return isStep ? { cell: one * 16 + two, value: three, originMs: 0, stamp: number(packet, at + 4, 3) & lastStamp } : null;
  }
  if (kind === kinds.track) {
    let isTrack = one < 8 && two < 4 && three <= 100;
    return isTrack
      ? { cell: trackCell + one, value: three | two << 7, originMs: 0, stamp: number(packet, at + 4, 3) & lastStamp } : null;
  }
  if (kind === kinds.colours) {
    let value = one | two << 2 | three << 6;
    return one < 3 && two < 12 && three < 14
      ? { cell: colourCell, value: value, originMs: 0, stamp: number(packet, at + 4, 3) & lastStamp } : null;
  }
  if (kind === kinds.transport) {
    let tempo = number(packet, at + 2, 2), swing = packet[at + 8];
    let isFine = one < 2 && tempo >= 4000 && tempo <= 30000 && swing >= 50 && swing <= 75;
    return isFine
      ? {
        cell: transportCell, value: one | swing << 1 | tempo << 8, originMs: number(packet, at + 4, 4),
        stamp: number(packet, at + 9, 3) & lastStamp
      } : null;
  }
  let velocities = packet.subarray(at + 4, at + 20), on = number(packet, at + 2, 2);
  if (one > 7 || velocities.some(velocity => velocity > 100)) return null;
  return {
    row: one, values: [...velocities].map((velocity, step) => velocity | (on >> step & 1) << 7),
    stamp: number(packet, at + 20, 3) & lastStamp
  };
}

function putCell(packet, cell, value, originMs, stamp) {
  if (cell < trackCell) {
    packet.put(kinds.step);
    packet.put(cell >> 4);
    packet.put(cell & 15);
    packet.put(value);
  } else if (cell < colourCell) {
    packet.put(kinds.track);
    packet.put(cell - trackCell);
    packet.put(value >> 7);
    packet.put(value & 127);
  } else if (cell === colourCell) {
    packet.put(kinds.colours);
    packet.put(value & 3);
    packet.put(value >> 2 & 15);
    packet.put(value >> 6);
  } else {
    packet.put(kinds.transport);
    packet.put(value & 1);
    packet.put(value >> 8, 2);
    packet.put(originMs, 4);
    packet.put(value >> 1 & 127);
  }
  packet.put(stamp, 3);
}

// All steps of a track, which have one stamp.
function putRow(packet, track, values, stamp) {
  let steps = values.slice(track * 16, track * 16 + 16);
  packet.put(kinds.row);
  packet.put(track);
  packet.put(steps.reduce((on, value, step) => on | value >> 7 << step, 0), 2);
  for (let value of steps) packet.put(value & 127);
  packet.put(stamp, 3);
}

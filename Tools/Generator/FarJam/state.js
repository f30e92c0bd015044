// What is played, cell by cell, as Firmware/Jam/JamState.cs has it: the later stamp wins, whatever the order in which news comes.
let trackCell = 128, colourCell = 136, transportCell = 137, cellCount = 138;

class JamState {
  constructor() {
    this.values = [];
    this.stamps = [];
    this.forget();
  }

  forget() {
    this.values = Array(cellCount).fill(0).fill(100, trackCell, colourCell);
    this.values[transportCell] = 50 << 1 | 12000 << 8;
    this.stamps = Array(cellCount).fill(0);
    this.originMs = 0;
    this.newest = 0;
  }

  get isPlaying() { return (this.values[transportCell] & 1) !== 0; }

  get swing() { return this.values[transportCell] >> 1 & 127; }

  get tempo100() { return this.values[transportCell] >> 8; }

  get mode() { return this.values[colourCell] & 3; }

  get root() { return this.values[colourCell] >> 2 & 15; }

  get scale() { return this.values[colourCell] >> 6; }

  // Sixteen bits, equal wherever all cells and their stamps are.
  get digest() {
    let sum = 0;
    for (let cell = 0; cell < cellCount; cell++) if (this.stamps[cell]) sum += this.hash(cell);
    return sum & 0xFFFF;
  }

  hash(cell) {
    let hash = Math.imul(cell, -1640531535) ^ Math.imul(this.stamps[cell], -2048144789) ^ Math.imul(this.values[cell], -1028477387);
    if (cell === transportCell) hash ^= Math.imul(this.originMs, -1640531535);
    hash = Math.imul(hash ^ hash >> 15, -2048144789);
    return hash >> 16 & 0xFFFF;
  }

  nextStamp() { return Math.min(this.newest + 1, lastStamp); }

  // Takes a cell's value unless what is there is newer. False when nothing changed.
  take(cell, value, originMs, stamp, sender) {
    this.newest = Math.max(this.newest, stamp);
    let packed = stamp << 8 | sender, before = this.stamps[cell], isTransport = cell === transportCell;
    let isGreater = value > this.values[cell] || (value === this.values[cell] && isTransport && originMs > this.originMs);
    if (packed < before || (packed === before && !isGreater)) return false;
    if (isTransport) this.originMs = originMs;
    this.values[cell] = value;
    this.stamps[cell] = packed;
    return true;
  }

  // A room is entered: what was played alone is as old there as anything can be.
  rebase(sender) {
    this.newest = 1;
    this.stamps = this.stamps.map(stamp => stamp && (1 << 8 | sender));
  }

  isRow(track, stamp) {
    return this.stamps.slice(track * 16, track * 16 + 16).every(one => one === stamp);
  }
}

// A jam as one page has it, as Firmware/Jam/JamSession.cs: the state, who else plays, the session's time. It knows no network and
// no clock.

// Two that began within so much of each other began together.
let sameAgeMs = 300;

class JamSession {
  constructor(id, name, nowUs) {
    this.id = id;
    this.name = name;
    this.room = null;
    this.sum = 0;
    this.state = new JamState();
    this.people = new JamPeople();
    this.clock = new JamClock(nowUs);
    // What was news in the order in which it came, the newest at count - 1.
    this.log = [];
    this.count = 0;
    this.refused = 0;
    this.isNew = false;
    this.feed = new JamFeed(this);
  }

  get shortName() { return this.name.slice(0, 32); }

  // Enters a room; null leaves it.
  join(room, nowUs) {
    this.room = room;
    this.sum = room ? roomSum(room) : 0;
    this.people.all = [];
    this.state.originMs = this.state.originMs - this.clock.ms(nowUs) | 0;
    this.state.rebase(this.id);
    this.clock.begin(nowUs);
    this.isNew = true;
    this.feed.begin(Math.trunc(nowUs / 1000) | 0);
    this.tellPeople();
  }

  tick(nowUs) {
    this.clock.drift(nowUs);
    if (this.people.removeSilent(Math.trunc(nowUs / 1000) | 0)) this.tellPeople();
  }

  // Somebody came, went or has another name.
  tellPeople() {
    this.note({ isOwn: true });
    this.feed.introduce();
  }

  note(news) {
    this.log[this.count % logged] = news;
    this.count++;
  }

  // Does what a message of the page asks for: one of those that docs/jam.md lists.
  edit(message, nowUs) {
    let { state } = this, before = this.count, { type, track, step, velocity = 80 } = message;
    let part = (value, usual) => value === undefined ? usual : value;
    if (type === 'drum-step') this.set(track * 16 + step, velocity | (message.enabled === false ? 0 : 128), 0, 0, 0, true);
    else if (type === 'note') this.note({ note: message.note, velocity: Math.trunc(velocity * 127 / 100), isOwn: true });
    else if (type === 'track') {
      let how = (message.muted ? 128 : 0) | (message.solo ? 256 : 0);
      this.set(trackCell + track, part(message.volume, 100) | how, 0, 0, 0, true);
    } else if (type === 'color-mode' || type === 'key-change') {
      let mode = message.mode ? modes.indexOf(message.mode) : state.mode;
      let root = message.key ? roots.indexOf(message.key) : state.root;
      let scale = message.scale ? scales.findIndex(one => one[0] === message.scale) : state.scale;
      this.set(colourCell, mode | root << 2 | scale << 6, 0, 0, 0, true);
    } else {
      let isPlaying = part(message.isPlaying, state.isPlaying), swing = part(message.swing, state.swing);
      let tempo100 = message.tempo ? message.tempo * 100 : state.tempo100;
      let originMs = this.originMs(isPlaying, tempo100, this.clock.ms(nowUs));
      this.set(transportCell, (isPlaying ? 1 : 0) | swing << 1 | tempo100 << 8, originMs, 0, 0, true);
    }
    this.spread(before, true, nowUs);
  }

  // The origin that a change of tempo or transport needs: a loop begins now, and one that goes on keeps its place.
  originMs(isPlaying, tempo100, nowMs) {
    let { state } = this;
    if (!isPlaying) return state.originMs;
    if (!state.isPlaying) return nowMs;
    return nowMs - Math.trunc((nowMs - state.originMs | 0) * state.tempo100 / tempo100) | 0;
  }

  // Takes a packet from the room.
  receive(packet, nowUs) {
    if (this.room && this.feed.isTwin(packet, nowUs)) {
      this.rename(nowUs);
      return;
    }
    if (!isFor(packet, this.sum, this.id) || !this.room) {
      this.refused++;
      return;
    }
    let sender = packet[4];
    if (!this.people.find(sender)) this.feed.meetStranger();
    let isNews = this.people.hear(sender, packet[5], Math.trunc(nowUs / 1000) | 0);
    if (packet[1] & 1 && this.isNew) {
      this.state.forget();
      this.isNew = false;
    }
    let before = this.count;
    this.read(packet, sender, isNews, nowUs);
    this.spread(before, false, nowUs);
  }

  read(packet, sender, isNews, nowUs) {
    let by = sender, length;
    for (let at = headBytes; at < packet.length; at += length) {
      let kind = packet[at];
      length = messageLength(packet, at);
      if (!length) {
        this.refused++;
        return;
      }
      if (kind === kinds.by) by = packet[at + 1];
      else if (kind >= kinds.note) {
        if (isNews) this.note({ note: kind & 127, velocity: packet[at + 1] });
      } else if (kind <= kinds.row) this.takeCells(packet, at, by);
      else if (!this.feed.hear(packet, at, sender, nowUs)) this.refused++;
    }
  }

  takeCells(packet, at, by) {
    let news = readCell(packet, at);
    if (!news) this.refused++;
    else if (news.row === undefined) this.set(news.cell, news.value, news.originMs, news.stamp, by, false);
    else {
      let stamp = news.stamp || this.state.nextStamp();
      news.values.forEach((value, step) => this.set(news.row * 16 + step, value, 0, stamp, by, false));
    }
  }

  set(cell, value, originMs, stamp, by, isOwn) {
    if (!stamp) {
      stamp = this.state.nextStamp();
      by = this.id;
    }
    if (this.state.take(cell, value, originMs, stamp, by)) this.note({ cell: cell, isOwn: isOwn });
  }

  // What came is news since then, if anything.
  spread(before, isFromHere, nowUs) {
    if (this.count === before) return;
    this.isNew = this.isNew && !isFromHere;
    this.feed.edited(isFromHere, Math.trunc(nowUs / 1000) | 0);
  }

  // A newcomer's state counts less than that of those who are there.
  takesTimeOf(sender, sessionMs, nowUs) {
    let { state } = this, aheadMs = sessionMs - this.clock.ms(nowUs) | 0;
    if (aheadMs <= sameAgeMs) return this.isNew && aheadMs >= -sameAgeMs && sender < this.id;
    let isOwn = (state.stamps[transportCell] & 255) === this.id && !this.isNew;
    this.clock.adopt(aheadMs);
    if (isOwn && state.isPlaying) {
      this.set(transportCell, state.values[transportCell], state.originMs + aheadMs | 0, 0, 0, true);
    }
    return this.isNew;
  }

  // What was written under the old number stays as it is: to whom a stamp belongs decides nothing but between equal ones.
  rename(nowUs) {
    do {
      this.id = 1 + (this.id + (nowUs & 0xFFFF) + 1) % 254;
    } while (this.people.find(this.id));
    this.tellPeople();
  }
}

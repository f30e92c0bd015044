// What has to be said next at the broker, as Firmware/Jam/JamFeed.cs decides it: news waits for 50 ms and none is ever dropped;
// who is there, whose time holds, whether all have the same.
let batchMs = 50, logged = 256, longestMessage = rowBytes + 2, nothing = -1;

class JamFeed {
  constructor(session) {
    this.session = session;
    this.sentMs = this.sequence = this.editedMs = this.digestsLeft = this.askOf = this.asksLeft = this.askedMs = 0;
    this.pingedMs = this.searchPings = this.pongTo = this.hellosLeft = this.helloMs = this.keptMs = 0;
    this.cursor = session.count;
    this.snapshotCell = nothing;
    this.wantsAnswer = false;
  }

  // A room was entered.
  begin(nowMs) {
    this.cursor = this.session.count;
    this.snapshotCell = nothing;
    this.hellosLeft = 3;
    this.helloMs = nowMs - 400;
    this.wantsAnswer = true;
    this.keptMs = nowMs;
    this.digestsLeft = this.asksLeft = this.searchPings = 0;
  }

  introduce() { this.hellosLeft = this.hellosLeft || 1; }

  // Somebody is heard whose name was lost, and who may not know of this page either.
  meetStranger() {
    this.introduce();
    this.wantsAnswer = true;
  }

  // An edit was taken: whoever did the last one tells the digest.
  edited(isFromHere, nowMs) {
    this.editedMs = nowMs;
    this.digestsLeft = isFromHere ? 2 : 0;
  }

  // Whether somebody else in the room introduces himself by the number that this page has; its own words come back too.
  isTwin(packet, nowUs) {
    let { session } = this;
    let isHello = isFor(packet, session.sum, 0) && packet[4] === session.id && packet[headBytes] === kinds.hello
      && messageLength(packet, headBytes) > 0;
    if (!isHello) return false;
    let aheadMs = number(packet, headBytes + 2, 4) - session.clock.ms(nowUs) | 0, name = utf8.encode(session.shortName);
    let isOwnName = name.length === packet[headBytes + 6] && name.every((one, i) => one === packet[headBytes + helloBytes + i]);
    return !isOwnName || Math.abs(aheadMs) > 1000;
  }

  // The packet that is due; null for none.
  fill(nowUs) {
    let { session } = this, nowMs = Math.trunc(nowUs / 1000) | 0;
    if ((nowMs - this.sentMs | 0) < batchMs || !session.room) return null;
    let packet = new PacketWriter(1400);
    this.by = session.id;
    this.putPresence(packet, nowUs, nowMs);
    let isSnapshot = this.snapshotCell !== nothing;
    if (isSnapshot) this.putSnapshot(packet);
    else this.putNews(packet);
    if (packet.isEmpty) return null;
    this.sentMs = nowMs;
    this.sequence++;
    return packet.end(isSnapshot, session.sum, session.id, this.sequence, session.clock.ms(nowUs));
  }

  putNews(packet) {
    let { session } = this;
    if (!session.people.all.length) this.cursor = session.count;
    else if (session.count - this.cursor > logged) {
      this.cursor = session.count;
      this.snapshotCell = 0;
      this.putSnapshot(packet);
    }
    for (; this.cursor !== session.count && packet.room >= longestMessage; this.cursor++) {
      let news = session.log[this.cursor % logged];
      if (news.isOwn) this.putEntry(packet, news);
    }
  }

  putEntry(packet, { cell, note, velocity }) {
    let { state } = this.session;
    if (note !== undefined) {
      packet.put(kinds.note + note);
      packet.put(velocity);
    } else if (cell !== undefined) {
      this.putBy(packet, state.stamps[cell] & 255);
      putCell(packet, cell, state.values[cell], state.originMs, state.stamps[cell] >> 8);
    }
  }

  putBy(packet, by) {
    if (by === this.by) return;
    this.by = by;
    packet.put(kinds.by);
    packet.put(by);
  }

  // What was never written is everywhere as it is here.
  putSnapshot(packet) {
    let { state } = this.session, cell = this.snapshotCell;
    while (cell < cellCount && packet.room >= longestMessage + digestBytes) {
      let stamp = state.stamps[cell], isRow = stamp && cell < trackCell && cell % 16 === 0 && state.isRow(cell >> 4, stamp);
      if (stamp) this.putBy(packet, stamp & 255);
      if (isRow) putRow(packet, cell >> 4, state.values, stamp >> 8);
      else if (stamp) putCell(packet, cell, state.values[cell], state.originMs, stamp >> 8);
      cell += isRow ? 16 : 1;
    }
    this.snapshotCell = cell < cellCount ? cell : nothing;
    if (cell === cellCount) this.putDigest(packet);
  }

  putDigest(packet) {
    packet.put(kinds.digest);
    packet.put(this.session.state.digest, 2);
    packet.put(this.session.people.all.length);
  }

  putPresence(packet, nowUs, nowMs) {
    let { session } = this, isKeepAlive = (nowMs - this.keptMs | 0) >= 60000;
    let first = session.people.first(session.id), isClock = first === session.id;
    if (isKeepAlive) this.keptMs = nowMs;
    if (this.hellosLeft > 0 && (nowMs - this.helloMs | 0) >= 400) {
      this.hellosLeft--;
      this.putHello(packet, nowUs);
      this.helloMs = nowMs;
      this.wantsAnswer = this.wantsAnswer && this.hellosLeft > 0;
    } else if (isKeepAlive && isClock) this.putHello(packet, nowUs);
    if (!isClock) this.putPing(packet, nowUs, nowMs, isKeepAlive, first);
    this.putPong(packet, nowUs);
    if (this.asksLeft > 0 && (nowMs - this.askedMs | 0) >= 700) {
      this.asksLeft--;
      this.askedMs = nowMs;
      packet.put(kinds.ask);
      packet.put(this.askOf);
    }
    if (this.isDigestDue(nowMs) || (isKeepAlive && session.people.all.length)) this.putDigest(packet);
  }

  isDigestDue(nowMs) {
    let dueMs = this.digestsLeft === 2 ? 1000 : 4000;
    if (!this.digestsLeft || !this.session.people.all.length || (nowMs - this.editedMs | 0) < dueMs) return false;
    this.digestsLeft--;
    return true;
  }

  putHello(packet, nowUs) {
    let name = utf8.encode(this.session.shortName).subarray(0, 64);
    packet.put(kinds.hello);
    packet.put(this.wantsAnswer ? 1 : 0);
    packet.put(this.session.clock.ms(nowUs), 4);
    packet.put(name.length);
    for (let one of name) packet.put(one);
  }

  putPing(packet, nowUs, nowMs, isKeepAlive, first) {
    let isSearching = !this.session.clock.isSet && this.searchPings < 24 && (nowMs - this.pingedMs | 0) >= 100;
    if (!isSearching && !isKeepAlive) return;
    if (isSearching) this.searchPings++;
    this.pingedMs = nowMs;
    packet.put(kinds.ping);
    packet.put(first);
    packet.put(this.session.clock.us(nowUs) | 0, 4);
  }

  putPong(packet, nowUs) {
    if (!this.pongTo) return;
    packet.put(kinds.pong);
    packet.put(this.pongTo);
    packet.put(this.pongSentUs, 4);
    packet.put(this.pongHeardUs, 4);
    packet.put(this.session.clock.us(nowUs) | 0, 4);
    this.pongTo = 0;
  }

  // Takes a message that is about no cell; false when it is none.
  hear(packet, at, sender, nowUs) {
    let { session } = this, nowMs = Math.trunc(nowUs / 1000) | 0, isToHere = packet[at + 1] === session.id;
    switch (packet[at]) {
      case kinds.hello:
        return this.hearHello(packet, at, sender, nowUs, nowMs);
      case kinds.bye:
        if (session.people.remove(sender)) session.tellPeople();
        return true;
      case kinds.ping:
        if (!isToHere) return true;
        this.pongTo = sender;
        this.pongSentUs = number(packet, at + 2, 4);
        this.pongHeardUs = session.clock.us(nowUs) | 0;
        // Nobody may wait for news here: it is the clock.
        this.sentMs = nowMs - batchMs;
        return true;
      case kinds.pong:
        if (isToHere && sender === session.people.first(session.id)) {
          session.clock.answered(
            number(packet, at + 2, 4), number(packet, at + 6, 4), number(packet, at + 10, 4), session.clock.us(nowUs) | 0);
        }
        return true;
      case kinds.digest:
        this.hearDigest(number(packet, at + 1, 2), sender, nowMs);
        return true;
      case kinds.ask:
        if (isToHere) this.snapshotCell = 0;
        return true;
      default:
        return false;
    }
  }

  hearHello(packet, at, sender, nowUs, nowMs) {
    let { session } = this, bytes = packet[at + 6];
    if (bytes > 64) return false;
    let name = fromUtf8.decode(packet.subarray(at + helloBytes, at + helloBytes + bytes));
    let isStranger = !session.people.find(sender), isOther = session.people.take(sender, name, nowMs);
    let first = session.people.first(session.id);
    if (session.takesTimeOf(sender, number(packet, at + 2, 4), nowUs)) this.ask(sender);
    if (first === sender && isStranger) {
      this.searchPings = 0;
      session.clock.search();
    }
    if (isStranger || packet[at + 1] & 1) this.introduce();
    if (isOther) session.note({});
    return true;
  }

  hearDigest(digest, sender, nowMs) {
    if (digest === this.session.state.digest) {
      if (this.askOf === sender) this.asksLeft = 0;
    } else if (this.cursor === this.session.count) {
      // What is still on its way here, or to the others, is no difference.
      this.ask(sender);
      this.editedMs = nowMs - 1000;
      this.digestsLeft = 2;
    }
  }

  ask(whom) {
    if (this.askOf === whom && this.asksLeft) return;
    this.askOf = whom;
    this.asksLeft = 5;
  }
}

// Who else is in the room, as Firmware/Jam/JamPeople.cs keeps them.
class JamPeople {
  constructor() { this.all = []; }

  find(id) { return this.all.find(one => one.id === id); }

  // The lowest of all numbers, the own one among them: whose clock holds.
  first(own) { return this.all.reduce((first, one) => Math.min(first, one.id), own); }

  // Somebody was heard; false when his packet is one that came before.
  hear(id, sequence, nowMs) {
    let one = this.find(id);
    if (!one) return true;
    let isNew = one.sequence !== sequence;
    one.sequence = sequence;
    one.heardMs = nowMs;
    return isNew;
  }

  // Notes a name; true when it is another one than before.
  take(id, name, nowMs) {
    let one = this.find(id);
    if (!one && this.all.length === 16) return false;
    if (!one) this.all.push(one = { id: id, name: null, sequence: -1 });
    let isOther = one.name !== name;
    one.name = name;
    one.heardMs = nowMs;
    return isOther;
  }

  // Forgets somebody; true when he was there. The last one takes his place.
  remove(id) {
    let at = this.all.findIndex(one => one.id === id), last = at < 0 ? null : this.all.pop();
    if (last && at < this.all.length) this.all[at] = last;
    return at >= 0;
  }

  // Forgets one who has not been heard for two keep-alives and a half.
  removeSilent(nowMs) {
    let gone = this.all.find(one => (nowMs - one.heardMs | 0) > 150000);
    return gone ? this.remove(gone.id) : false;
  }
}

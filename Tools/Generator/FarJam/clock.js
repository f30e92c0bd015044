// The session's time here, as Firmware/Jam/JamClock.cs finds it: the quickest of eight pings, then a slow drift and never a jump.
class JamClock {
  constructor(ownUs) { this.begin(ownUs); }

  get isSet() { return this.pings >= 8; }

  us(ownUs) { return ownUs + this.offsetUs; }

  ms(ownUs) { return Math.trunc((ownUs + this.offsetUs) / 1000) | 0; }

  // The session begins: its time is 0 now.
  begin(ownUs) {
    this.offsetUs = this.wantedUs = -ownUs;
    this.toldUs = ownUs;
    this.partUs = this.partUs || 0;
    this.search();
  }

  // Looks for the clock anew.
  search() {
    this.pings = 0;
    this.bestUs = 0x7FFFFFFF;
    this.ratePpm = 0;
  }

  // Another session is older: its time holds, as well as one message tells it.
  adopt(aheadMs) {
    this.offsetUs += aheadMs * 1000;
    this.wantedUs = this.offsetUs;
    this.search();
  }

  // An answer to a ping; the first and the last time are the session's here. All are the lowest 32 bits of it.
  answered(sentUs, heardUs, answeredUs, gotUs) {
    let roundUs = gotUs - sentUs - (answeredUs - heardUs) | 0;
    let aheadUs = Math.trunc((heardUs - sentUs + (answeredUs - gotUs) | 0) / 2);
    this.pings++;
    if (roundUs < 0 || (this.pings <= 8 && roundUs >= this.bestUs)) return;
    if (this.pings <= 8) {
      this.bestUs = roundUs;
      this.wantedUs = this.offsetUs + aheadUs;
    } else this.follow(roundUs, aheadUs);
    if (Math.abs(aheadUs) > (this.pings > 8 ? 100000 : 15000)) this.offsetUs = this.wantedUs;
  }

  // One ping a minute: a slow one counts half, and what comes again and again is a crystal's error.
  follow(roundUs, aheadUs) {
    let slowestUs = this.bestUs + 2000 | 0, isQuick = roundUs <= slowestUs;
    this.bestUs = isQuick ? roundUs : slowestUs;
    let share = isQuick ? aheadUs : Math.trunc(aheadUs / 2);
    this.wantedUs = this.offsetUs + share;
    let ratePpm = this.ratePpm + Math.trunc(Math.trunc(share / 60) / 4);
    this.ratePpm = Math.max(-100, Math.min(100, ratePpm));
  }

  // Lets it drift to where it should be, two thousandths at most.
  drift(ownUs) {
    let passedUs = ownUs - this.toldUs, mostUs = Math.trunc(passedUs * 2 / 1000);
    if (mostUs < 1) return;
    this.toldUs = ownUs;
    this.partUs += passedUs * this.ratePpm;
    this.wantedUs += Math.trunc(this.partUs / 1000000);
    this.partUs %= 1000000;
    this.offsetUs += Math.max(-mostUs, Math.min(mostUs, this.wantedUs - this.offsetUs));
  }
}
